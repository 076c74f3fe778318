"""What is said of a file that cannot be read, where several readers say the same."""

from pathlib import Path

from cockpit.errors import CockpitError
from cockpit.language import tr


def damaged(path: Path) -> CockpitError:
    return CockpitError(
        tr("{name} 已损坏,读不出来。", name=path.name), tr("在 Excel 里打开并另存一份,或重新导出一次。")
    )


def with_password(path: Path) -> CockpitError:
    return CockpitError(
        tr("{name} 有密码保护,读不了。", name=path.name), tr("在 Excel 里打开,去掉密码后另存一份再导入。")
    )


def too_large(path: Path) -> CockpitError:
    return CockpitError(
        tr("{name} 展开后太大,读不下。", name=path.name),
        tr("删除表格右边和下面多余的空行空列,或分成几个文件再导入。"),
    )


def no_workbook(path: Path) -> CockpitError:
    return CockpitError(
        tr("{name} 不是工作簿。", name=path.name), tr("如果是文本,把扩展名改成 .csv;否则请重新导出一次。")
    )


def no_rows(path: Path) -> CockpitError:
    return CockpitError(tr("{name} 里没有数据。", name=path.name), tr("检查是不是选错了文件,或重新导出一次。"))
