#!/bin/sh
# Sets everything up and opens the cockpit:      sh resources/setup.sh [what the cockpit is to do]
# Sets everything up and runs the tests:         sh resources/setup.sh test [options of pytest]
# A second run starts at once: what was set up is remembered in .venv by a checksum of what it depends on.
set -eu

case $0 in */*) here=${0%/*} ;; *) here=. ;; esac
project=$(cd "$here/.." && pwd)
python=$project/.venv/bin/python

if [ "${1-}" = test ]; then
    purpose=test
elif [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] && [ "$(uname)" = Linux ]; then
    purpose=window
else
    purpose=cockpit # without a display nothing of X11 is needed
fi

start() {
    if [ $purpose = test ]; then
        shift
        cd "$project"
        export QT_QPA_PLATFORM=offscreen
        exec "$python" -m pytest -n auto "$@"
    fi
    exec "$python" -m cockpit "$@"
}

# The project's own path is part of it: a folder that was moved has to be installed anew.
fingerprint=$({ cat "$project/pyproject.toml" "$project/resources/constraints.txt" "$project/resources/setup.sh" &&
    echo "$project"; } | cksum)
stamp=$project/.venv/set-up-for-$purpose
remembered=
if [ -r "$stamp" ]; then read -r remembered <"$stamp" || true; fi
if [ "$remembered" = "$fingerprint" ] && [ -x "$python" ]; then
    start "$@"
fi

case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
zh*) chinese=yes ;;
*) chinese=no ;;
esac

say() { # in Chinese, in English
    if [ $chinese = yes ]; then echo "$1" >&2; else echo "$2" >&2; fi
}

refuse() {
    say "$1" "$2"
    exit 1
}

# --- what the system has to give --------------------------------------------------------------------------------

packages=

need() { # packages, why in Chinese, why in English
    packages="$packages $1"
    say "需要系统软件包 $1:$2。" "The system packages $1 are needed: $3."
}

is_suitable() { # a python of 3.11 or newer that can make a virtual environment
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if is_suitable "$candidate"; then
            found_python=$candidate
            return
        fi
    done
    found_python=
}

missing_packages_of() { # a list of "library package" -> the packages whose libraries are not there, in $missing
    missing=
    while read -r library package; do
        case $libraries in
        *"$library "*) ;;
        *) missing="$missing $package" ;;
        esac
    done <<END
$1
END
    missing=${missing# }
}

has_chinese_font() {
    if command -v fc-list >/dev/null 2>&1; then
        [ -n "$(fc-list :lang=zh-cn family)" ]
    else
        [ -n "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.fonts" "${HOME:-/}/.local/share/fonts" \
            \( -iname '*cjk*' -o -iname '*sourcehan*' -o -iname '*wqy*' \) -print 2>/dev/null)" ]
    fi
}

QT_LIBRARIES="libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libbrotlidec.so.1 libbrotli1
libgssapi_krb5.so.2 libgssapi-krb5-2"

WINDOW_LIBRARIES="libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-image.so.0 libxcb-image0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-randr.so.0 libxcb-randr0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libwayland-cursor.so.0 libwayland-cursor0"

look_round() {
    libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
    missing_packages_of "$QT_LIBRARIES"
    if [ -n "$missing" ]; then
        need "$missing" "Qt 画界面、导出和测试要用" "Qt draws, exports and tests with them"
    fi
    if [ $purpose = window ]; then
        missing_packages_of "$WINDOW_LIBRARIES"
        if [ -n "$missing" ]; then
            need "$missing" "Qt 在桌面上打开窗口要用" "Qt opens its window on the desktop with them"
        fi
    fi
    if ! has_chinese_font; then
        need fonts-noto-cjk "没有中文字体,汉字会显示成方块" "without a Chinese font every character shows as an empty box"
    fi
}

install_packages() { # as root, or through sudo
    if [ "$(id -u)" = 0 ]; then
        as_root=env
    elif command -v sudo >/dev/null 2>&1; then
        if [ -t 0 ]; then as_root="sudo env"; else as_root="sudo -n env"; fi
        say "安装系统软件包要管理员权限,下面由 sudo 询问密码。" \
            "Installing system packages takes an administrator: sudo may ask for your password."
    else
        refuse "请用管理员身份运行:apt-get install $*,然后再来一次。" \
            "Please run as root: apt-get install $* - and then start again."
    fi
    say "正在用 apt 安装,约需一两分钟……" "Installing with apt, this takes a minute or two..."
    $as_root apt-get -qq update >/dev/null || true # an older list of packages may still do
    $as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$@" >/dev/null ||
        refuse "apt 没有装上这些软件包,原因见上。网络通了以后再来一次。" \
            "apt could not install these packages, see above why. Start again when the network is there."
}

find_python
if [ "$(uname)" = Linux ]; then
    if [ -z "$found_python" ]; then
        need "python3 python3-venv" "驾驶舱用 Python 3.11 以上运行" "the cockpit runs on Python 3.11 or newer"
    fi
    look_round
    if [ -n "$packages" ]; then
        command -v apt-get >/dev/null 2>&1 ||
            refuse "这台机器没有 apt,请用它自己的软件管理器装上与这些同名的软件包,然后再来一次。" \
                "This machine has no apt: install what goes by these names there, and then start again."
        # shellcheck disable=SC2086 # one word a package
        install_packages $packages
        find_python
        if [ -z "$found_python" ] && apt-cache show python3.11-venv >/dev/null 2>&1; then
            say "这个系统自带的 Python 太旧,另装 3.11。" "The system's own Python is too old: 3.11 is put beside it."
            install_packages python3.11-venv
            find_python
        fi
    fi
fi
if [ -z "$found_python" ]; then
    refuse "没有找到 Python 3.11 以上。请从 python.org 安装,然后再来一次。" \
        "Python 3.11 or newer was not found. Install it from python.org, and then start again."
fi

# --- what the project brings itself ----------------------------------------------------------------------------

"$python" -m pip --version >/dev/null 2>&1 || "$found_python" -m venv --clear "$project/.venv"
say "正在把 Python 库装进 .venv(约 120 MB)……" "Installing the Python libraries into .venv (about 120 MB)..."
case $purpose in
test) what="$project[dev]" ;;
*) what=$project ;;
esac
install_libraries() {
    "$python" -m pip install --quiet --disable-pip-version-check --constraint "$project/resources/constraints.txt" "$@" ||
        refuse "Python 库没有装上,原因见上(多半是网络)。" \
            "The Python libraries could not be installed, see above why (mostly it is the network)."
}
install_libraries setuptools # pinned like the rest, so the project is built without fetching another one
install_libraries --no-build-isolation --editable "$what"
echo "$fingerprint" >"$stamp"
start "$@"
