"""The command line as a script sees it: exit status, stdout for results, stderr for refusals, no display."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DEALS = """\
商机编号,商机名称,客户名称,负责人,阶段,金额,创建日期,预计成交日期
D-1,华信数据平台,华信科技,李雯,方案报价,"860,000",2026-09-02,2026-11-28
D-2,远景续约,远景能源,陈佳,赢单,640000,2026-08-01,2026-11-12
D-3,蓝海二期,蓝海物流,周启航,丢单,380000,2026-07-15,2026-11-03
D-4,坏行,中科智造,赵明远,方案报价,不知道,2026-07-15,2026-11-03
"""


def cockpit(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "cockpit", *map(str, arguments)],
        capture_output=True, text=True, timeout=60,
        env=plain | {"COCKPIT_LANGUAGE": "zh", "PYTHONUTF8": "1"} | environment,
    )  # fmt: skip


@pytest.fixture
def deals(tmp_path: Path) -> Path:
    path = tmp_path / "商机.csv"
    path.write_text(DEALS, "utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path, deals: Path) -> Path:
    path = tmp_path / "team.sqlite"
    assert cockpit("import", deals, "--store", path).returncode == 0
    return path


def test_import_metrics_and_review(tmp_path: Path, deals: Path) -> None:
    path = tmp_path / "team.sqlite"
    preview = cockpit("import", deals, "--store", path, "--dry-run", "--json")
    assert preview.returncode == 0, preview.stderr
    report = json.loads(preview.stdout)
    assert report["deals"] == {"added": 3, "changed": 0, "unchanged": 0, "refused": 1}
    assert [(problem["row"], problem["value"]) for problem in report["problems"]] == [(5, "不知道")]
    assert json.loads(cockpit("import", deals, "--store", path, "--json").stdout)["deals"]["added"] == 3
    again = json.loads(cockpit("import", deals, "--store", path, "--json").stdout)
    assert again["deals"] == {"added": 0, "changed": 0, "unchanged": 3, "refused": 1}

    figures = cockpit("metrics", "--cycle", "2026-11", "--store", path, "--json")
    assert figures.returncode == 0, figures.stderr
    found = json.loads(figures.stdout)
    assert found["cycle"] == "2026-11" and found["currency"] == "CNY"
    whole = found["scopes"][0]
    assert whole["scope"] == "team"
    assert whole["metrics"]["won_revenue"]["value"] == 640000
    assert whole["metrics"]["win_rate_count"]["value"] == 0.5
    assert whole["metrics"]["attainment"]["value"] is None and whole["metrics"]["attainment"]["reason"]
    one = cockpit("metrics", "--cycle", "2026-11", "--store", path, "--json", "--scope", "person:陈佳")
    assert [scope["scope"] for scope in json.loads(one.stdout)["scopes"]] == ["person:陈佳"]

    out = tmp_path / "复盘.xlsx"
    assert cockpit("review", "--cycle", "2026-11", "--out", out, "--store", path).returncode == 0
    assert out.read_bytes()[:2] == b"PK"


def test_check_backup_and_restore(tmp_path: Path, store: Path) -> None:
    checked = cockpit("check", "--store", store)
    assert checked.returncode == 0 and "待修:没有目标的月份 1 处" in checked.stdout
    assert cockpit("backup", tmp_path / "copy.sqlite", "--store", store).returncode == 0
    store.unlink()
    assert cockpit("restore", tmp_path / "copy.sqlite", "--store", store).returncode == 0
    assert json.loads(cockpit("metrics", "--cycle", "2026-11", "--store", store, "--json").stdout)["scopes"]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("metrics", "--cycle", "2026-13"), 2),
        (("metrics",), 2),
        (("fly",), 2),
        (("import",), 2),
        (("metrics", "--cycle", "2026-11", "--scope", "person:没有这个人"), 1),
        (("import", "no such file.xlsx"), 1),
        (("restore", "no such file.sqlite"), 1),
        (("metrics", "--cycle", "2026-11", "--to", "2026-10"), 1),
    ],
)
def test_refusals_and_wrong_usage(store: Path, arguments: tuple[str, ...], status: int) -> None:
    done = cockpit(*arguments, "--store", store)
    assert done.returncode == status, done.stderr
    assert done.stderr.strip() and "Traceback" not in done.stderr
    assert not done.stdout


def test_without_a_store_reading_is_refused(tmp_path: Path) -> None:
    done = cockpit("metrics", "--cycle", "2026-11", "--store", tmp_path / "none.sqlite")
    assert done.returncode == 1 and "none.sqlite" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a display")
def test_without_a_display_the_window_is_refused_in_a_sentence(tmp_path: Path) -> None:
    done = cockpit("--store", tmp_path / "a.sqlite")
    assert done.returncode == 1
    assert "DISPLAY" in done.stderr and "Traceback" not in done.stderr


def test_english(store: Path) -> None:
    done = cockpit("check", "--store", store, COCKPIT_LANGUAGE="en")
    assert done.returncode == 0 and done.stdout.isascii()


def test_a_template_is_filled_and_everything_is_exported(store: Path, tmp_path: Path) -> None:
    example = Path(__file__).resolve().parents[1] / "resources" / "templates" / "monthly_report_zh.xlsx"
    filled = tmp_path / "月报.xlsx"
    done = cockpit("review", "--cycle", "2026-11", "--template", example, "--out", filled, "--store", store)
    assert done.returncode == 0 and "月报.xlsx" in done.stdout and not done.stderr, done.stderr
    assert filled.read_bytes()[:2] == b"PK"
    refused = cockpit("review", "--cycle", "2026-11", "--template", example, "--out", example, "--store", store)
    assert refused.returncode == 1 and "模板" in refused.stderr
    archive = tmp_path / "全部.zip"
    done = cockpit("export", "everything", archive, "--store", store)
    assert done.returncode == 0 and archive.read_bytes()[:2] == b"PK", done.stderr
    done = cockpit("export", "placeholders", "--cycle", "2026-11", tmp_path / "占位符.xlsx", "--store", store)
    assert done.returncode == 0 and (tmp_path / "占位符.xlsx").exists(), done.stderr
