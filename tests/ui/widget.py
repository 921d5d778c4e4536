# SPDX-License-Identifier: GPL-3.0-or-later
"""Widgets of a driven program as its accessibility tree has them; see driver.py for how they are used.

GTK 4.8's gaps, which this module works round: only places relative to the window are right, and those of popovers not
even that; only windows have the state SHOWING, and the hidden pages of a stack keep their old places, so the program
is asked what lies at a point; icon buttons have no name unless they are given one.
"""
import re
import time

from gi.repository import GLib

TIMEOUT = 15.0       # seconds until something that is waited for counts as missing
SLOWLY = 0.05        # seconds between two looks, and between pointer steps that a widget has to notice

ROOT = '/org/a11y/atspi/accessible/root'
NOTHING = '/org/a11y/atspi/null'
ACCESSIBLE, COMPONENT, TEXT, ACTION, VALUE, SELECTION = (
    'org.a11y.atspi.' + name for name in ('Accessible', 'Component', 'Text', 'Action', 'Value', 'Selection'))
PROPERTIES = 'org.freedesktop.DBus.Properties'
RELATIVE_TO_WINDOW = 1

# AtspiRole by number, as far as GTK uses them; 4.8's own names for roles are not AT-SPI's. A toggle button is a push
# button with the state 'pressed' (4.8), and stays one here where later GTKs tell them apart.
ROLES = {
    2: 'alert', 5: 'calendar', 7: 'check box', 8: 'check menu item', 10: 'column header', 11: 'combo box', 16: 'dialog',
    19: 'file chooser', 20: 'filler', 23: 'frame', 26: 'icon', 27: 'image', 29: 'label', 31: 'list', 32: 'list item',
    33: 'menu', 34: 'menu bar', 35: 'menu item', 37: 'page tab', 38: 'page tab list', 39: 'panel', 40: 'password text',
    41: 'popup menu', 42: 'progress bar', 43: 'push button', 44: 'radio button', 45: 'radio menu item',
    47: 'row header', 48: 'scroll bar', 49: 'scroll pane', 50: 'separator', 51: 'slider', 52: 'spin button',
    53: 'split pane', 54: 'status bar', 55: 'table', 56: 'table cell', 57: 'column header', 58: 'row header',
    61: 'text', 62: 'push button', 63: 'tool bar', 64: 'tool tip', 65: 'tree', 66: 'tree table', 67: 'unknown',
    69: 'window', 75: 'application', 79: 'text', 80: 'chart', 81: 'caption', 83: 'heading', 86: 'filler', 87: 'form',
    88: 'link', 90: 'table row', 91: 'tree item', 95: 'document web', 97: 'comment', 98: 'list', 99: 'panel',
    101: 'notification', 103: 'level bar', 104: 'title bar', 109: 'article', 110: 'landmark', 111: 'log', 116: 'label',
    129: 'push button menu',
}
STATES = {1: 'active', 4: 'checked', 7: 'editable', 8: 'enabled', 9: 'expandable', 10: 'expanded', 11: 'focusable',
          12: 'focused', 16: 'modal', 17: 'multi-line', 20: 'pressed', 22: 'selectable', 23: 'selected',
          24: 'sensitive', 25: 'showing', 30: 'visible', 32: 'indeterminate', 33: 'required', 36: 'invalid entry',
          41: 'checkable', 42: 'has popup', 43: 'read only'}


class Missing(AssertionError):
    """What was waited for did not come in time."""


class Died(AssertionError):
    """The program ended while it was being driven."""


running = []  # the programs being driven


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
        for program in running:
            program.check_alive()
        if time.monotonic() > end:
            raise Missing('%s: not within %g s%s' % (what, TIMEOUT if timeout is None else timeout, reason))
        time.sleep(SLOWLY)


def matches(wanted, name):
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
    def selected_text(self):
        """What of its text is selected; '' where nothing is."""
        answer = self._ask(TEXT, 'GetSelection', GLib.Variant('(i)', (0,)))
        start, end = answer if answer else (0, 0)
        return self.text[start:end]

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
        return answer and sane(answer[0])

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
                self.program.parents.update((child.path, widget.path) for child in widget.children)
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
        """Every widget below with that role (or one of several) and name, in order; hidden: also what is not seen."""
        self._read(hidden)
        roles = {role} if isinstance(role, str) else role
        found = [w for w in self._below() if (roles is None or w.role in roles) and matches(name, w.name)]
        if hidden or not found:
            return found
        windows = self.program.x_windows()
        return [w for w in found if w.is_seen(windows)]

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

    def is_seen(self, windows=None):
        """Would a person see it: has it a size, and does the program answer with it when asked what lies there?"""
        if not self.place:
            return True
        x, y, width, height = self.place
        if width <= 0 or height <= 0:
            return False
        above = list(self.up())
        if len(above) < 2:
            return True
        if self._popover(windows or self.program.x_windows()):
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
        if any(path != NOTHING for path in paths[:len(inside)]) or not self._inside_window(top):
            return False
        # Nothing answers inside a field either. What lies round it is its own row then, not the row of another field
        # that stands in its place, as on the next page of a stack.
        rim = set(paths[len(inside):]) - {NOTHING}
        return not rim or any(widget.path in rim for widget in above)

    def _inside_window(self, top):
        return top.place is None or (self.place[0] < top.place[2] and self.place[1] < top.place[3]
                                     and self.place[0] + self.place[2] > 0 and self.place[1] + self.place[3] > 0)

    def _contains(self, path):
        for _ in range(80):
            if path == self.path:
                return True
            if path in (ROOT, NOTHING, ''):
                return False
            path = self.program.parent_of(path)
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


def sane(place):
    # Later GTKs give what happens to be in memory for widgets that have no place.
    return tuple(place) if all(abs(v) < 32768 for v in place) else (0, 0, 0, 0)
