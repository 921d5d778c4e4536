#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop session without a screen: Xvfb, D-Bus, metacity, the accessibility bus, and a HOME of its own.

    with Session(dark=True) as session:
        subprocess.run([program], env=session.env)

    session.py [--dark] [--contrast] [--text 2] [--language ar] [--size 1280x900] -- COMMAND     to try things by hand

Nothing of the caller's desktop or home is seen or touched. metacity, because it composites without GL: shadows and
menus look as on a desk, and it gives windows the focus. Cairo draws, because its pictures are the same on every run.
"""
import argparse
import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

# What a caller may have set for the program under test must not end the window manager (G_DEBUG), nor lead the
# session to a desktop that is already there.
NOT_INHERITED = ('G_DEBUG', 'G_SLICE', 'G_MESSAGES_DEBUG', 'G_ENABLE_DIAGNOSTIC', 'GTK_DEBUG', 'GDK_DEBUG', 'GSK_DEBUG',
                 'GTK_A11Y', 'GTK_THEME', 'GTK_MODULES', 'GDK_SCALE', 'GDK_DPI_SCALE', 'LD_PRELOAD', 'LANG', 'LANGUAGE',
                 'WAYLAND_DISPLAY', 'DISPLAY', 'XAUTHORITY', 'NO_AT_BRIDGE', 'AT_SPI_BUS_ADDRESS', 'SESSION_MANAGER',
                 'DBUS_SESSION_BUS_ADDRESS', 'DBUS_STARTER_ADDRESS', 'DESKTOP_STARTUP_ID', 'XDG_CURRENT_DESKTOP')
TOOLS = {'Xvfb': 'xvfb', 'dbus-daemon': 'dbus-daemon', 'gdbus': 'libglib2.0-bin', 'metacity': 'metacity',
         'xdotool': 'xdotool', 'xprop': 'x11-utils', 'scrot': 'scrot'}
SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-dialogs-use-header=1
gtk-decoration-layout=appmenu:close
gtk-enable-animations=0
gtk-cursor-blink=0
"""
PATIENCE = 20  # seconds for each part of the session to come up; it takes tenths of one


class SessionError(RuntimeError):
    """The session cannot be made here; the text says what is missing."""


def _die_with_parent():
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


class Session:
    open_sessions = []

    def __init__(self, size='1280x900', dark=False, contrast=False, text=1.0, language=None):
        """text is the text scaling factor; language a gettext one ('ar', 'en@pseudo'), English where None."""
        missing = sorted({package for tool, package in TOOLS.items() if not shutil.which(tool)})
        if missing:
            raise SessionError('the test session needs the packages: ' + ' '.join(missing))
        self.processes = []
        # Short, since the paths of sockets are limited to 107 bytes.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='acc.', dir='/tmp'))
        self.env = self._make_environment(dark, contrast, language)
        self.open_sessions.append(self)
        try:
            self._start_display(size, text)
            self._start_buses()
            self._start_window_manager()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _make_environment(self, dark, contrast, language):
        env = {k: v for k, v in os.environ.items()
               if k not in NOT_INHERITED and not k.startswith(('LC_', 'ASAN_', 'LSAN_', 'UBSAN_', 'MALLOC_'))}
        home = self.folder / 'home'
        places = {'HOME': home, 'XDG_CONFIG_HOME': home / '.config', 'XDG_DATA_HOME': home / '.local/share',
                  'XDG_CACHE_HOME': home / '.cache', 'XDG_STATE_HOME': home / '.local/state',
                  'XDG_RUNTIME_DIR': self.folder / 'run', 'TMPDIR': self.folder / 'tmp'}
        for name, place in places.items():
            place.mkdir(parents=True, mode=0o700)
            env[name] = str(place)
        settings = home / '.config' / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir()
        settings.write_text(SETTINGS)
        env.update(GDK_BACKEND='x11', GSK_RENDERER='cairo', GTK_USE_PORTAL='0', ADW_DISABLE_PORTAL='1',
                   GSETTINGS_BACKEND='keyfile', GIO_USE_VFS='local', XDG_SESSION_TYPE='x11', LANG='C.UTF-8')
        # gettext obeys LANGUAGE under any locale but C and POSIX.
        env['LANGUAGE'] = language or 'en'
        if dark:
            env['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
        if contrast:
            env['ADW_DEBUG_HIGH_CONTRAST'] = '1'
        return env

    def _start(self, name, command, **more):
        log = open(self.folder / (name + '.log'), 'wb')
        with log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       env={**self.env, 'NO_AT_BRIDGE': '1', 'GTK_A11Y': 'none'},
                                       start_new_session=True, preexec_fn=_die_with_parent, **more)
        self.processes.append(process)
        return process

    def _start_and_read_line(self, name, command_for):
        """Starts a program that writes one line to a descriptor once it is ready, and gives that line."""
        reading, writing = os.pipe()
        self._start(name, command_for(str(writing)), pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading) as pipe:
            line = pipe.readline().strip()
        if not line:
            raise SessionError('%s did not start: %s' % (name, (self.folder / (name + '.log')).read_text()[-500:]))
        return line

    def _start_display(self, size, text):
        number = self._start_and_read_line('xvfb', lambda fd: [
            'Xvfb', '-displayfd', fd, '-screen', '0', size + 'x24', '-dpi', '96', '-nolisten', 'tcp', '-noreset'])
        self.env['DISPLAY'] = ':' + number
        # On X11, GTK takes the size of text from this resource and from nowhere else.
        resources = 'Xft.dpi:\t%d\nXft.antialias:\t1\nXft.hinting:\t1\nXft.hintstyle:\thintslight\nXft.rgba:\tnone\n'
        subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
                        resources % round(96 * text)], env=self.env, check=True)

    def _start_buses(self):
        self.env['DBUS_SESSION_BUS_ADDRESS'] = self._start_and_read_line('dbus', lambda fd: [
            'dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address=' + fd])
        # The call makes the bus daemon start the accessibility bus.
        done = subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus',
                               '--method', 'org.a11y.Bus.GetAddress'], env=self.env, capture_output=True, text=True)
        if done.returncode:
            raise SessionError('no accessibility bus (package at-spi2-core): ' + done.stderr.strip())
        self.accessibility_address = done.stdout.split("'")[1]

    def _start_window_manager(self):
        self._start('metacity', ['metacity'])
        end = time.monotonic() + PATIENCE
        while True:
            asked = subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], env=self.env, capture_output=True)
            if b'window id' in asked.stdout:
                return
            if time.monotonic() > end:
                raise SessionError('metacity did not start: ' + (self.folder / 'metacity.log').read_text()[-500:])
            time.sleep(0.02)

    def _processes_of_session(self):
        """The ids of processes that carry this session's runtime folder in their environment."""
        mark = ('XDG_RUNTIME_DIR=%s' % (self.folder / 'run')).encode()
        for entry in pathlib.Path('/proc').iterdir():
            if entry.name.isdigit() and int(entry.name) != os.getpid():
                try:
                    if mark in (entry / 'environ').read_bytes().split(b'\0'):
                        yield int(entry.name)
                except OSError:
                    pass

    def close(self):
        """Ends everything that was started in the session, what the bus daemon started included."""
        if self not in self.open_sessions:
            return
        self.open_sessions.remove(self)
        for kind, patience in ((signal.SIGTERM, 2), (signal.SIGKILL, 2)):
            told, end = set(), time.monotonic() + patience
            while time.monotonic() < end:
                for process in self.processes:
                    process.poll()
                left = list(self._processes_of_session())
                if not left:
                    break
                for pid in set(left) - told:
                    told.add(pid)
                    try:
                        os.kill(pid, kind)
                    except ProcessLookupError:
                        pass
                time.sleep(0.01)
        for process in self.processes:
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--size', default='1280x900')
    parser.add_argument('--dark', action='store_true')
    parser.add_argument('--contrast', action='store_true')
    parser.add_argument('--text', type=float, default=1.0)
    parser.add_argument('--language')
    parser.add_argument('command', nargs='+')
    options = vars(parser.parse_args())
    command = options.pop('command')
    try:
        with Session(**options) as session:
            return subprocess.run(command, env=session.env).returncode
    except SessionError as error:
        sys.exit('session.py: %s' % error)


if __name__ == '__main__':
    sys.exit(main())
