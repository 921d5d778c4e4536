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

Roles are AT-SPI's words as GTK 4.8 uses them: 'push button', 'toggle button', 'check box', 'text' (entries and text
views), 'label', 'list', 'list item', 'panel' (boxes, groups), 'combo box' (drop-downs), 'spin button', 'page tab',
'frame' (the window), 'dialog', 'menu', 'menu item', 'table' and 'table cell', 'image'. accord.dump() shows them all.
Names are whole strings or compiled patterns; mnemonics' underscores do not count.

Never sleep: find() and wait_until() poll for the outcome, fail after TIMEOUT, and fail at once when the program has
died. The program runs with G_DEBUG=fatal-warnings, today is TODAY, HOME and display are fresh for each start().
What is typed outside ASCII goes in by Ctrl+Shift+U, since X would otherwise remap keys and lose some.

GTK 4.8's gaps, which this module works round: only places relative to the window are right, and those of popovers not
even that; only windows have the state SHOWING, and the hidden pages of a stack keep their old places, so the program
is asked what lies at a point; icon buttons have no name unless they are given one.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

from session import Session

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get('ACCORD_BUILD', SOURCE / 'build')).resolve()
TODAY = os.environ.get('ACCORD_TODAY', '2026-11-18')
TIMEOUT = 15.0       # seconds until something that is waited for counts as missing
SLOWLY = 0.05        # seconds between two looks, and between pointer steps that a widget has to notice

ROOT = '/org/a11y/atspi/accessible/root'
NOTHING = '/org/a11y/atspi/null'
ACCESSIBLE, COMPONENT, TEXT, ACTION, VALUE, SELECTION = (
    'org.a11y.atspi.' + name for name in ('Accessible', 'Component', 'Text', 'Action', 'Value', 'Selection'))
PROPERTIES = 'org.freedesktop.DBus.Properties'
RELATIVE_TO_WINDOW = 1

# AtspiRole by number, as far as GTK uses them; 4.8's own names for roles are not AT-SPI's.
ROLES = {
    2: 'alert', 5: 'calendar', 7: 'check box', 8: 'check menu item', 10: 'column header', 11: 'combo box', 16: 'dialog',
    19: 'file chooser', 20: 'filler', 23: 'frame', 26: 'icon', 27: 'image', 29: 'label', 31: 'list', 32: 'list item',
    33: 'menu', 34: 'menu bar', 35: 'menu item', 37: 'page tab', 38: 'page tab list', 39: 'panel', 40: 'password text',
    41: 'popup menu', 42: 'progress bar', 43: 'push button', 44: 'radio button', 45: 'radio menu item',
    47: 'row header', 48: 'scroll bar', 49: 'scroll pane', 50: 'separator', 51: 'slider', 52: 'spin button',
    53: 'split pane', 54: 'status bar', 55: 'table', 56: 'table cell', 57: 'column header', 58: 'row header',
    61: 'text', 62: 'toggle button', 63: 'tool bar', 64: 'tool tip', 65: 'tree', 66: 'tree table', 67: 'unknown',
    69: 'window', 75: 'application', 79: 'text', 80: 'chart', 81: 'caption', 83: 'heading', 86: 'filler', 87: 'form',
    88: 'link', 90: 'table row', 91: 'tree item', 95: 'document web', 97: 'comment', 98: 'list', 99: 'panel',
    101: 'notification', 103: 'level bar', 104: 'title bar', 109: 'article', 110: 'landmark', 111: 'log', 116: 'label',
    129: 'push button menu',
}
STATES = {1: 'active', 4: 'checked', 7: 'editable', 8: 'enabled', 9: 'expandable', 10: 'expanded', 11: 'focusable',
          12: 'focused', 16: 'modal', 17: 'multi-line', 20: 'pressed', 22: 'selectable', 23: 'selected',
          24: 'sensitive', 25: 'showing', 30: 'visible', 32: 'indeterminate', 33: 'required', 36: 'invalid entry', 41: 'checkable',
          42: 'has popup', 43: 'read only'}


class Missing(AssertionError):
    """What was waited for did not come in time."""


class Died(AssertionError):
    """The program ended while it was being driven."""


def wait_until(check, what='the condition', timeout=None):
    """Calls check until it gives something true, and gives that. Fails at once when a driven program has died."""
    end = time.monotonic() + (TIMEOUT if timeout is None else timeout)
    reason = ''
    while True:
        try:
            found = check()
            if found:
                return found
        except (GLib.Error, Missing) as error:
            reason = ' (%s)' % error
        for program in Program.running:
            program.check_alive()
        if time.monotonic() > end:
            raise Missing('%s: not within %g s%s' % (what, TIMEOUT if timeout is None else timeout, reason))
        time.sleep(SLOWLY)


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
            # Warnings of the program, and of GTK about it, end it.
            'G_DEBUG': 'fatal-warnings', 'G_ENABLE_DIAGNOSTIC': '1',
            # GDK loads GL drivers even where Cairo draws: slower, and they leak.
            'GDK_DEBUG': 'gl-disable', 'GDK_DISABLE': 'gl,vulkan'}


def start(workspace=None, *arguments, env=None, session=None, **session_options):
    """Starts accord with a workspace (or as on the first run, without) in a session of its own, or in one given."""
    session = session or Session(**session_options)
    command = [BUILD / 'src/app/accord', *arguments]
    return Program(session, command + ([workspace] if workspace else []), {**program_environment(), **(env or {})})


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


# --- widgets ----------------------------------------------------------------------------------------------------------

def _matches(wanted, name):
    if wanted is None:
        return True
    # GTK names a mnemonic button "_Yes Yes", after its text with and without the underscore.
    names = {name, name.replace('_', '', 1)}
    parts = name.split(' ')
    half = ' '.join(parts[len(parts) // 2:])
    if len(parts) % 2 == 0 and ' '.join(parts[:len(parts) // 2]).replace('_', '', 1) == half:
        names.add(half)
    if isinstance(wanted, re.Pattern):
        return any(wanted.search(n) for n in names)
    return wanted in names


def _geometry(place):
    return ' %dx%d%+d%+d' % (*place[2:], *place[:2]) if place else ''


class Widget:
    """One accessible of a program. role, name, description and place are as they were when it was found."""

    def __init__(self, program, path, parent):
        self.program, self.path, self.parent = program, path, parent
        self.role = self.name = self.description = ''
        self.place = None      # (x, y, width, height) in the window, or None
        self.children = []

    def __repr__(self):
        return '<%s %r%s>' % (self.role, self.name, _geometry(self.place))

    def _ask(self, interface, method, arguments=None):
        return self.program.ask([(self.path, interface, method, arguments)])[0]

    def _get(self, interface, name):
        answer = self._ask(PROPERTIES, 'Get', GLib.Variant('(ss)', (interface, name)))
        return answer[0] if answer else None

    # -- what it is now

    @property
    def states(self):
        """Set of words such as 'focused', 'sensitive', 'checked', 'selected', 'expanded'."""
        words = (self._ask(ACCESSIBLE, 'GetState') or ([],))[0]
        return {word for bit, word in STATES.items() if bit // 32 < len(words) and words[bit // 32] >> bit % 32 & 1}

    @property
    def text(self):
        """The text of an entry, text view or label."""
        length = self._get(TEXT, 'CharacterCount')  # 4.8 does not take -1 for the end
        if length is None:
            return None
        answer = self._ask(TEXT, 'GetText', GLib.Variant('(ii)', (0, length)))
        return answer and answer[0]

    @property
    def value(self):
        """The value of a spin button, scale, level or progress bar."""
        return self._get(VALUE, 'CurrentValue')

    @property
    def current_name(self):
        return self._get(ACCESSIBLE, 'Name')

    @property
    def current_description(self):
        return self._get(ACCESSIBLE, 'Description')

    @property
    def current_place(self):
        answer = self._ask(COMPONENT, 'GetExtents', GLib.Variant('(u)', (RELATIVE_TO_WINDOW,)))
        return answer and _sane(answer[0])

    # -- the tree

    def _read(self, hidden=False):
        """Reads all that lies below, a level at a time, without what has no size unless hidden."""
        self.children, level = [], [self]
        while level:
            answers = self.program.ask([(w.path, ACCESSIBLE, 'GetChildren', None) for w in level])
            found = []
            for widget, answer in zip(level, answers):
                widget.children = [Widget(self.program, path, widget) for bus, path in (answer or ([],))[0]
                                   if path != NOTHING]
                found += widget.children
            self.program.look_at(found)
            if not hidden:
                for widget in level:
                    widget.children = [c for c in widget.children
                                       if c.place is None or (c.place[2] > 0 and c.place[3] > 0)]
            level = [c for w in level for c in w.children]

    def _below(self):
        for child in self.children:
            yield child
            yield from child._below()

    def all(self, role=None, name=None, hidden=False):
        """Every widget below with that role and name, in order; hidden: also what is not to be seen."""
        self._read(hidden)
        return [w for w in self._below() if (role is None or w.role == role) and _matches(name, w.name)
                and (hidden or w.is_seen())]

    def find(self, role=None, name=None, index=0, hidden=False, timeout=None):
        """The widget with that role and name; waits for it. index counts from 0, or from the end below 0."""
        def look():
            found = self.all(role, name, hidden)
            return found[index] if -len(found) <= index < len(found) else None
        return wait_until(look, '%s %r' % (role or 'widget', getattr(name, 'pattern', name)), timeout)

    def has(self, role=None, name=None):
        return bool(self.all(role, name))

    def wait_gone(self, role=None, name=None, timeout=None):
        wait_until(lambda: not self.has(role, name), 'no %s %r any more' % (role or 'widget', name), timeout)

    def up(self):
        """This widget and those it lies in, the window last."""
        widget = self
        while widget is not None and widget.path != ROOT:
            yield widget
            widget = widget.parent

    def dump(self, hidden=False):
        """The tree below as text."""
        self._read(hidden)
        lines = []

        def describe(widget, depth):
            description = ' (%s)' % widget.description if widget.description else ''
            lines.append('%s%s %r%s%s' % ('  ' * depth, widget.role, widget.name, description, _geometry(widget.place)))
            for child in widget.children:
                describe(child, depth + 1)
        describe(self, 0)
        return '\n'.join(lines) + '\n'

    # -- where it is

    def _popover(self, windows):
        """(widget, X window) of the popover that it lies in, or None. An X window that no window manager manages, of
        about its size (a margin comes on top), is the popover's."""
        for widget in list(self.up())[:-1]:
            if not widget.place:
                continue
            is_popover = (widget.role in ('menu', 'popup menu')
                          or any(c.name == 'GtkPopoverContent' for c in widget.children))
            for window in windows:
                misfit = max(abs(window.size[0] - widget.place[2]), abs(window.size[1] - widget.place[3]))
                if window.popup and (misfit == 0 or (is_popover and misfit <= 24)):
                    return widget, window
        return None

    def is_seen(self):
        """Would a person see it: has it a size, and does the program answer with it when asked what lies there?"""
        if not self.place:
            return True
        x, y, width, height = self.place
        if width <= 0 or height <= 0:
            return False
        above = list(self.up())
        if len(above) < 2:
            return True
        if self._popover(self.program.x_windows()):
            return True
        top = above[-1]
        middle_x, middle_y = x + width // 2, y + height // 2
        # Where an unexposed child lies (the picture of a button), the answer is nothing, so the rim is asked as well,
        # and the padding round it, which the extents leave out.
        inside = [(middle_x, middle_y), (x + 2, middle_y), (x + width - 3, middle_y), (middle_x, y + 2),
                  (middle_x, y + height - 3)]
        around = [(x - 3, middle_y), (x + width + 2, middle_y), (middle_x, y - 3), (middle_x, y + height + 2)]
        points = [GLib.Variant('(iiu)', (px, py, RELATIVE_TO_WINDOW)) for px, py in inside + around]
        answers = self.program.ask([(top.path, COMPONENT, 'GetAccessibleAtPoint', point) for point in points])
        paths = [answer[0][1] if answer else NOTHING for answer in answers]
        if any(path != NOTHING and self._contains(path) for path in set(paths)):
            return True
        return all(path == NOTHING for path in paths[:len(inside)]) and self._inside_window(top)

    def _inside_window(self, top):
        return top.place is None or (self.place[0] < top.place[2] and self.place[1] < top.place[3]
                                     and self.place[0] + self.place[2] > 0 and self.place[1] + self.place[3] > 0)

    def _contains(self, path):
        for _ in range(80):
            if path == self.path:
                return True
            if path in (ROOT, NOTHING, ''):
                return False
            answer = self.program.ask([(path, PROPERTIES, 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Parent')))])[0]
            if not answer:
                return False
            path = answer[0][1]
        return False

    def rectangle(self):
        """(x, y, width, height) on the screen, once it has stopped moving."""
        def still():
            before = self.current_place
            time.sleep(SLOWLY)
            self.place = self.current_place
            return self.place if self.place and self.place == before and self.place[2] > 0 else None
        x, y, width, height = wait_until(still, '%r to be at rest' % self)
        windows = self.program.x_windows()
        popover = self._popover(windows)
        if popover:
            widget, window = popover
            origin = widget.current_place
            margin_x, margin_y = window.size[0] - origin[2], window.size[1] - origin[3]
            return (window.x + margin_x // 2 + x - origin[0], window.y + margin_y // 2 + y - origin[1], width, height)
        top = list(self.up())[-1]
        window = self.program.x_window_of(top, windows)
        return (window.x + window.shadow_left + x, window.y + window.shadow_top + y, width, height)

    def point(self, at=(.5, .5)):
        x, y, width, height = self.rectangle()
        return round(x + width * at[0]), round(y + height * at[1])

    # -- what a person does with it

    def click(self, times=1, button=1, hold=None, at=(.5, .5)):
        """hold: a key that is held down meanwhile, such as 'ctrl'."""
        x, y = self.point(at)
        # Two motions: what has just appeared under the pointer has to be entered first.
        steps = ['mousemove', x - 1, y, 'sleep', .02, 'mousemove', x, y, 'sleep', SLOWLY]
        steps += ['keydown', hold] if hold else []
        steps += ['click', '--repeat', times, '--delay', 60, button]
        steps += ['keyup', hold] if hold else []
        self.program.xdotool(*steps)
        return self

    def hover(self, at=(.5, .5)):
        x, y = self.point(at)
        self.program.xdotool('mousemove', x - 2, y, 'sleep', SLOWLY, 'mousemove', x, y)
        return self

    def enter(self, text):
        """Clicks into it and replaces what it holds by typing; a \\n at the end presses Return."""
        self.click()
        self.program.key('ctrl+a', 'BackSpace')
        self.program.type(text)
        return self

    def drag_to(self, target, at=(.5, .5), to=(.5, .5), release=True):
        """Drags it to another widget or a point of the screen. release=False holds it there; see drop()."""
        x, y = self.point(at)
        to_x, to_y = target.point(to) if isinstance(target, Widget) else target
        self.program.drag(x, y, to_x, to_y, release)
        return self

    def scroll(self, clicks):
        """Turns the wheel over it: down for positive numbers."""
        self.hover()
        self.program.xdotool('click', '--repeat', abs(clicks), '--delay', 15, 5 if clicks > 0 else 4)
        return self

    def reveal(self, role, name, timeout=None):
        """Turns the wheel over it until the widget with that role and name is seen, and gives that."""
        def look():
            found = self.all(role, name)
            if found:
                return found[0]
            hidden = self.all(role, name, hidden=True)
            if hidden and hidden[0].place and self.place:
                below = hidden[0].place[1] + hidden[0].place[3] / 2 > self.place[1] + self.place[3] / 2
                self.scroll(2 if below else -2)
            return None
        self.place = self.current_place
        return wait_until(look, '%s %r to be scrolled to' % (role, name), timeout)

    def do(self, action):
        """Does one of its accessible actions, as assistive technology would."""
        count = self._get(ACTION, 'NActions') or 0
        names = [self._ask(ACTION, 'GetName', GLib.Variant('(i)', (i,)))[0] for i in range(count)]
        if action not in names:
            raise Missing('%r has no action %r, only %s' % (self, action, names))
        self._ask(ACTION, 'DoAction', GLib.Variant('(i)', (names.index(action),)))


def _sane(place):
    # Later GTKs give what happens to be in memory for widgets that have no place.
    return tuple(place) if all(abs(v) < 32768 for v in place) else (0, 0, 0, 0)


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
    running = []

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
            widget.place = _sane(extents[0]) if extents else None

    # -- windows

    def windows(self):
        """Its windows and dialogs; tooltips and drag icons, which are tops of the tree too, are left out."""
        answer = self._ask(ACCESSIBLE, 'GetChildren')
        found = [Widget(self, path, None) for bus, path in (answer or ([],))[0] if path != NOTHING]
        self.look_at(found)
        return [w for w in found if w.role != 'tool tip' and w.name not in ('GtkTooltipWindow', 'GtkDragIcon')]

    def window(self, title=None, timeout=None):
        """The window with that title; waits for it."""
        return wait_until(lambda: next((w for w in self.windows() if _matches(title, w.name)), None),
                          'window %r' % getattr(title, 'pattern', title), timeout)

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
        top = self.window(title)
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
        window = self.x_window_of(self.window(title))
        self.xdotool('mousemove', 2, 2)
        whole = str(path) + '.whole.png'
        self.session_screenshot(whole)
        width, height = window.content_size()
        try:
            subprocess.run(['/usr/bin/convert', whole, '-crop', '%dx%d+%d+%d' % (
                width, height, window.x + window.shadow_left, window.y + window.shadow_top), '+repage', str(path)],
                check=True, capture_output=True)
        finally:
            os.unlink(whole)
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

    def kill(self):
        """Ends it the hard way, at once: kill -9."""
        self.process.kill()
        self.process.wait()
        self._forget()

    def _forget(self):
        if self in Program.running:
            Program.running.remove(self)
            self.bus.close_sync()
