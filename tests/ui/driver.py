# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK 4 program as a person would: finds widgets by role and name, and uses real pointer and key events.

    import driver
    from tap import case, run

    @case
    def card_moves_with_the_mouse():
        workspace = driver.demo()                           # a fresh demo workspace; driver.new() gives an empty one
        accord = driver.start(workspace)                    # start(workspace, dark=True, text=2, language='ar') …
        accord.key('ctrl+4')                                # keys go to the window that has the focus
        card = accord.find('list item', 'Loyal customers')  # waits up to TIMEOUT for it to be seen
        card.drag_to(accord.find('list', 'Threats'))        # real motion; at=, to= are parts of width and height
        accord.find('list', 'Threats').find('list item', 'Loyal customers')
        accord.find('push button', 'Add card').click()
        accord.find('text', 'Title').enter('Größe ✓\\n')    # click, replace what it holds; \\n presses Return
        driver.wait_until(lambda: len(accord.all('list item')) == 9, 'nine cards')
        accord.screenshot('board.png')
        accord.close()                                      # as the close button does; checks that it ends with 0
        rows = driver.cli_json('list', workspace, 'swot')   # read the file back
        assert rows[0]['title'] == 'Größe ✓', rows

    if __name__ == '__main__':
        run()

Roles are AT-SPI's words as GTK 4.8 uses them: 'push button' (toggles and menu buttons too), 'check box', 'text'
(entries and text views), 'label', 'list', 'list item', 'panel' (boxes, groups), 'combo box' (drop-downs), 'spin button',
'page tab', 'frame' (the window), 'dialog', 'menu', 'menu item', 'table' and 'table cell', 'image'. accord.dump() shows
them all.
Names are whole strings or compiled patterns; mnemonics' underscores do not count. GTK 4.18 gives menu items no name:
prefer an action's key to its menu item.

Never sleep: find() and wait_until() poll for the outcome, fail after TIMEOUT, and fail at once when the program has
died. A warning of the program fails the case when it ends, a critical one at once. Today is TODAY, HOME and display are
fresh for each start().
What is typed outside ASCII goes in by Ctrl+Shift+U, since X would otherwise remap keys and lose some.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

import gi
gi.require_version('GdkPixbuf', '2.0')
from gi.repository import GdkPixbuf, Gio, GLib  # noqa: E402

from session import Session  # noqa: E402
from widget import (  # noqa: E402
    ACCESSIBLE, COMPONENT, NOTHING, PROPERTIES, RELATIVE_TO_WINDOW, ROLES, ROOT, SLOWLY, Died, Missing, Widget,
    matches, running, sane, wait_until)

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get('ACCORD_BUILD', SOURCE / 'build')).resolve()
TODAY = os.environ.get('ACCORD_TODAY', '2026-11-18')


# --- the programs of this build -------------------------------------------------------------------------------------

_folders = []


def folder():
    """A new empty folder for a case's files; it goes with the case."""
    path = pathlib.Path(tempfile.mkdtemp(prefix='accord-case.'))
    _folders.append(path)
    return path


def cli(*arguments, check=True):
    """Runs accord-cli. Gives the finished process, with stdout and stderr as text."""
    done = subprocess.run([BUILD / 'src/cli/accord-cli', *map(str, arguments)],
                          env={**os.environ, **program_environment()}, capture_output=True, text=True)
    if check and done.returncode:
        raise AssertionError('accord-cli %s: exit status %d\n%s' % (' '.join(map(str, arguments)), done.returncode,
                                                                    done.stderr))
    return done


def cli_json(*arguments):
    return json.loads(cli(*arguments, '--format', 'json').stdout)


def demo():
    """A fresh copy of the demo team's workspace."""
    path = folder() / 'demo.accord'
    cli('demo', path)
    return path


def new(*options):
    """A fresh workspace without anything in it."""
    path = folder() / 'new.accord'
    cli('new', path, *options)
    return path


def program_environment():
    return {'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'), 'ACCORD_LOCALEDIR': str(BUILD / 'po'), 'ACCORD_TODAY': TODAY,
            # Where env={'LC_ALL': 'de_DE.UTF-8'} finds its numbers and dates.
            'LOCPATH': str(BUILD / 'tests/locales'),
            # Criticals of the program, and of GTK about it, end it.
            'G_DEBUG': 'fatal-criticals', 'G_ENABLE_DIAGNOSTIC': '1',
            # GDK loads GL drivers even where Cairo draws: slower, and they leak.
            'GDK_DEBUG': 'gl-disable', 'GDK_DISABLE': 'gl,vulkan'}


WARNING = re.compile(r'\b(WARNING|ERROR)\b \*\*: ')
# GTK 4.8 shows the overlay scroll bar that the pointer comes near without giving a place to what moved in it meanwhile:
# the next frame puts it right.
NOT_OURS = ('Trying to snapshot GtkGizmo ',)


def start(workspace=None, *arguments, env=None, window_size=None, **session_options):
    """Starts accord with a workspace (or as on the first run, without) in a session of its own.

    window_size (width, height) is what the window remembers from its last run; further options are Session's.
    """
    session = Session(**session_options)
    if window_size:
        keyfile = pathlib.Path(session.env['XDG_CONFIG_HOME']) / 'glib-2.0' / 'settings' / 'keyfile'
        keyfile.parent.mkdir(parents=True, exist_ok=True)
        with open(keyfile, 'a') as settings:
            settings.write('[io/github/accord/Accord]\nwindow-width=%d\nwindow-height=%d\n' % window_size)
    command = [BUILD / 'src/app/accord', *arguments] + ([workspace] if workspace else [])
    return Program(session, command, {**program_environment(), **(env or {})})


def page_rows(accord):
    """The rows of the sidebar, in every language that the tests use; it may be folded away."""
    return accord.find('list', re.compile('^(Pages|⟦Ƥáğéš.*)$'), hidden=True).all('list item', hidden=True)


def open_page(accord, number):
    """Goes to the page of that number by its key, and waits until the sidebar says that it is there."""
    accord.key('ctrl+%d' % number)
    wait_until(lambda: 'selected' in page_rows(accord)[number - 1].states, 'page %d' % number)


def close_all(check=False):
    """Closes what a case left open. check: a program that does not end with 0 then is a failure."""
    try:
        for program in list(Program.running):
            if check:
                program.close()
            else:
                program.kill()
    finally:
        if not check:
            for session in list(Session.open_sessions):
                session.close()
            while _folders:
                shutil.rmtree(_folders.pop(), ignore_errors=True)


# --- the program ------------------------------------------------------------------------------------------------------

class XWindow:
    def __init__(self, number, geometry, properties):
        self.number = number
        self.x, self.y = int(geometry['X']), int(geometry['Y'])
        self.size = int(geometry['WIDTH']), int(geometry['HEIGHT'])
        shadow = re.search(r'_GTK_FRAME_EXTENTS\S* = (\d+), (\d+), (\d+), (\d+)', properties)
        self.shadow_left, self.shadow_right, self.shadow_top, self.shadow_bottom = (
            map(int, shadow.groups()) if shadow else (0, 0, 0, 0))
        title = re.search(r'_NET_WM_NAME\S* = "(.*)"', properties)
        self.title = title.group(1).replace('\\"', '"') if title else ''
        self.popup = 'WINDOW_TYPE_NORMAL' not in properties and 'WINDOW_TYPE_DIALOG' not in properties

    def content_size(self):
        return (self.size[0] - self.shadow_left - self.shadow_right,
                self.size[1] - self.shadow_top - self.shadow_bottom)


class Program(Widget):
    """A running program in a session; its windows are what find() looks through."""
    running = running

    def __init__(self, session, command, env=None, timeout=None):
        self.session = session
        self.command = [str(part) for part in command]
        self.log = session.folder / ('program-%d.log' % len(list(session.folder.glob('program-*.log'))))
        with open(self.log, 'wb') as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            env={**session.env, **(env or {})}, cwd=session.folder)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            session.accessibility_address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.set_exit_on_close(False)
        self.bus_name = None
        self._windows_at = (0, [])
        self.parents = {}  # path of a widget: path of the one that it lies in, as far as it was read
        super().__init__(self, ROOT, None)
        Program.running.append(self)
        self.bus_name = wait_until(self._find_bus_name, 'a window of %s' % self.command[0], timeout)
        wait_until(lambda: any(not w.popup for w in self.x_windows()) and self._laid_out(),
                   'a drawn window of %s' % self.command[0], timeout)

    def _find_bus_name(self):
        """The program's name on the accessibility bus, once it has a window."""
        registry = self.ask([(ROOT, ACCESSIBLE, 'GetChildren', None)], 'org.a11y.atspi.Registry')[0]
        for name, path in (registry or ([],))[0]:
            owner = self.ask([('/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                               GLib.Variant('(s)', (name,)))], 'org.freedesktop.DBus')[0]
            if owner and owner[0] == self.process.pid:
                children = self.ask([(ROOT, ACCESSIBLE, 'GetChildren', None)], name)[0]
                return name if children and children[0] else None
        return None

    def _laid_out(self):
        windows = self.windows()
        return windows and windows[0].place and windows[0].place[2] > 0

    def ask(self, calls, bus_name=None):
        """Makes D-Bus calls (path, interface, method, arguments) side by side; None where one gave an error."""
        answers = [None] * len(calls)
        context = GLib.MainContext.new()
        left = len(calls)

        def answered(bus, result, index):
            nonlocal left
            left -= 1
            try:
                answers[index] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass
        context.push_thread_default()
        try:
            for index, (path, interface, method, arguments) in enumerate(calls):
                self.bus.call(bus_name or self.bus_name, path, interface, method, arguments, None,
                              Gio.DBusCallFlags.NO_AUTO_START, 10000, None, answered, index)
            while left:
                context.iteration(True)
        finally:
            context.pop_thread_default()
        return answers

    def look_at(self, widgets):
        """Notes down what the widgets are and where."""
        everything = GLib.Variant('(s)', (ACCESSIBLE,))
        relative = GLib.Variant('(u)', (RELATIVE_TO_WINDOW,))
        calls = []
        for widget in widgets:
            calls += [(widget.path, ACCESSIBLE, 'GetRole', None), (widget.path, PROPERTIES, 'GetAll', everything),
                      (widget.path, COMPONENT, 'GetExtents', relative)]
        answers = self.ask(calls)
        for index, widget in enumerate(widgets):
            role, properties, extents = answers[3 * index:3 * index + 3]
            widget.role = ROLES.get(role[0], 'role %d' % role[0]) if role else 'gone'
            properties = properties[0] if properties else {}
            widget.name = properties.get('Name', '')
            widget.description = properties.get('Description', '')
            widget.place = sane(extents[0]) if extents else None

    def parent_of(self, path):
        if path not in self.parents:
            answer = self.ask([(path, PROPERTIES, 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Parent')))])[0]
            self.parents[path] = answer[0][1] if answer else NOTHING
        return self.parents[path]

    # -- windows

    def windows(self):
        """Its windows and dialogs; tooltips and drag icons, which are tops of the tree too, are left out."""
        answer = self._ask(ACCESSIBLE, 'GetChildren')
        found = [Widget(self, path, None) for bus, path in (answer or ([],))[0] if path != NOTHING]
        self.look_at(found)
        return [w for w in found if w.role != 'tool tip' and w.name not in ('GtkTooltipWindow', 'GtkDragIcon')]

    def window(self, title=None, timeout=None):
        """The window with that title; waits for it, and for the keyboard to be given to it: keys that come before that
        go to the window below."""
        found = self._find_window(title, timeout)
        if title is not None:
            wait_until(lambda: self._has_keyboard(found.name), 'the keyboard in window %r' % found.name, timeout)
        return found

    def _find_window(self, title, timeout=None):
        return wait_until(lambda: next((w for w in self.windows() if matches(title, w.name)), None),
                          'window %r' % getattr(title, 'pattern', title), timeout)

    def _has_keyboard(self, title):
        name = subprocess.run(['xdotool', 'getwindowfocus', 'getwindowname'], env=self.session.env, capture_output=True,
                              text=True)
        return name.stdout.strip() == title

    def x_windows(self):
        """Its mapped X windows; what was asked a moment ago is not asked again."""
        when, windows = self._windows_at
        if time.monotonic() - when < SLOWLY:
            return windows
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               env=self.session.env, capture_output=True, text=True).stdout.split()
        windows = []
        for number in found:
            geometry = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', number], env=self.session.env,
                                      capture_output=True, text=True).stdout
            properties = subprocess.run(['xprop', '-id', number, '_NET_WM_NAME', '_NET_WM_WINDOW_TYPE',
                                         '_GTK_FRAME_EXTENTS'], env=self.session.env, capture_output=True, text=True)
            if geometry and properties.returncode == 0:  # else it has gone meanwhile
                numbers = dict(line.split('=') for line in geometry.split())
                windows.append(XWindow(int(number), numbers, properties.stdout))
        self._windows_at = (time.monotonic(), windows)
        return windows

    def x_window_of(self, top, windows=None):
        """The X window of a window: the one with its title, and of those the one nearest in size."""
        place, title = top.current_place, top.current_name
        candidates = [w for w in windows or self.x_windows() if not w.popup]
        if not candidates or not place:
            raise Missing('%r has no X window' % top)
        return min(candidates, key=lambda w: (w.title != title, abs(w.content_size()[0] - place[2])
                                              + abs(w.content_size()[1] - place[3])))

    # -- input

    def xdotool(self, *steps):
        self.check_alive()
        subprocess.run(['xdotool', *map(str, steps)], env=self.session.env, check=True, capture_output=True)

    def key(self, *chords):
        """Presses keys: key('ctrl+n'), key('Tab', 'space'), key('alt+shift+Right'). Names are X keysyms."""
        self.xdotool('key', '--delay', 20, *chords)
        return self

    def type(self, text):
        """Types into whatever has the focus; \\n is Return, \\t is Tab."""
        for plain, other in re.findall(r'([\x20-\x7e]+)|([^\x20-\x7e])', text):
            if plain:
                self.xdotool('type', '--delay', 6, '--', plain)
            elif other in '\n\t':
                self.key('Return' if other == '\n' else 'Tab')
            else:
                self.key('ctrl+shift+u', *('%x' % ord(other)), 'space')
        return self

    def drag(self, x, y, to_x, to_y, release=True):
        """A drag from point to point. It rests after the press and before the release, and goes by many motions: GTK
        starts a drag 8 px from the press, and a target has to answer before the release, or nothing is dropped."""
        rest, step = .12, .012
        away_x, away_y = (1 if to_x >= x else -1), (1 if to_y >= y else -1)
        steps = ['mousemove', x, y, 'sleep', rest, 'mousedown', 1, 'sleep', rest]
        for pixels in (3, 6, 9, 12):
            steps += ['mousemove', x + away_x * pixels, y + away_y * pixels, 'sleep', step]
        for part in range(1, 21):
            steps += ['mousemove', x + (to_x - x) * part // 20, y + (to_y - y) * part // 20, 'sleep', step]
        steps += ['mousemove', to_x - 1, to_y, 'sleep', step, 'mousemove', to_x, to_y, 'sleep', 2 * rest]
        self.xdotool(*steps, *(['mouseup', 1] if release else []))

    def drop(self):
        """Lets go of what drag_to (…, release=False) holds."""
        self.xdotool('mouseup', 1)

    def activate(self, title=None):
        """Brings a window to the front and gives it the keyboard."""
        top = self._find_window(title)
        self.xdotool('windowactivate', '--sync', self.x_window_of(top).number)
        return top

    def focused(self):
        """The widget with the keyboard focus, or None. GTK 4.8 does not expose the text within an entry."""
        self._read()
        widgets = list(self._below())
        for widget, answer in zip(widgets, self.ask([(w.path, ACCESSIBLE, 'GetState', None) for w in widgets])):
            if answer and answer[0][0] >> 12 & 1:
                return widget
        return None

    # -- pictures

    def session_screenshot(self, path):
        """The whole screen."""
        subprocess.run(['scrot', '--overwrite', str(path)], env=self.session.env, check=True, capture_output=True)

    def screenshot(self, path, title=None):
        """The window, without its shadow, as PNG; menus and dialogs over it are on the picture."""
        window = self.x_window_of(self._find_window(title))
        self.xdotool('mousemove', 2, 2)
        whole = self.session.folder / 'screen.png'
        self.session_screenshot(whole)
        screen = GdkPixbuf.Pixbuf.new_from_file(str(whole))
        left, top = max(0, window.x + window.shadow_left), max(0, window.y + window.shadow_top)
        width, height = window.content_size()
        width, height = min(width, screen.get_width() - left), min(height, screen.get_height() - top)
        screen.new_subpixbuf(left, top, width, height).savev(str(path), 'png', [], [])
        return path

    # -- its end

    def messages(self):
        """What it has written to standard output and error."""
        return self.log.read_text(errors='replace')

    def check_alive(self):
        status = self.process.poll()
        if status is not None:
            raise Died('%s ended with status %d:\n%s' % (os.path.basename(self.command[0]), status,
                                                         self.messages()[-3000:]))

    def close(self, timeout=20):
        """Closes every window as its close button does; the program must then end with status 0."""
        if self.process.poll() is None:
            for window in self.windows():
                try:
                    window.do('window.close')
                except (Missing, TypeError, GLib.Error):
                    pass  # it went with the one before
        try:
            status = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise Missing('%s did not end when its windows were closed' % self.command[0]) from None
        self._forget()
        if status != 0:
            raise Died('%s ended with status %d:\n%s' % (self.command[0], status, self.messages()[-3000:]))
        self._check_warnings()

    def kill(self):
        """Ends it the hard way, at once: kill -9."""
        self.process.kill()
        self.process.wait()
        self._forget()
        self._check_warnings()

    def _check_warnings(self):
        warnings = [line for line in self.messages().splitlines()
                    if WARNING.search(line) and not any(part in line for part in NOT_OURS)]
        if warnings:
            raise Died('%s warned:\n%s' % (self.command[0], '\n'.join(warnings)))

    def _forget(self):
        if self in Program.running:
            Program.running.remove(self)
            self.bus.close_sync()
