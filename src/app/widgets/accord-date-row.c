/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-date-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accord-clock.h"
#include "accord-row-popup.h"

struct _AccordDateRow
{
  AdwEntryRow parent_instance;

  AccordDate date;
  gboolean valid;
  GtkWidget *calendar;
  GtkWidget *popover;
};

G_DEFINE_FINAL_TYPE (AccordDateRow, accord_date_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_0,
  PROP_DATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
date_row_parse (const char *text,
                AccordDate *date)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *today = g_utf8_casefold (_("today"), -1);
  GDate gdate;

  if (accord_date_parse (text, date))
    return TRUE;
  if (g_str_equal (folded, today))
    {
      *date = accord_clock_today ();
      return TRUE;
    }

  /* A bare number would be read as a day of this month, which nobody means. */
  g_date_clear (&gdate, 1);
  if (strpbrk (text, "/.- ") == NULL)
    return FALSE;
  g_date_set_parse (&gdate, text);
  if (!g_date_valid (&gdate) || g_date_get_year (&gdate) < 1900 || g_date_get_year (&gdate) > 2200)
    return FALSE;
  *date = (AccordDate) g_date_get_julian (&gdate);

  return TRUE;
}

static void
date_row_show_valid (AccordDateRow *self)
{
  if (self->valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->valid ? NULL : _("Write the day as YYYY-MM-DD"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               self->valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
date_row_show_date (AccordDateRow *self)
{
  g_autofree char *iso = accord_date_to_iso (self->date);

  gtk_editable_set_text (GTK_EDITABLE (self), iso != NULL ? iso : "");
}

static void
on_leave (AccordDateRow *self)
{
  accord_date_row_commit (self);
}

static void
on_changed (AccordDateRow *self)
{
  if (!self->valid)
    {
      self->valid = TRUE;
      date_row_show_valid (self);
    }
}

static void
on_popover_show (AccordDateRow *self)
{
  g_autoptr (GDateTime) shown = NULL;
  int year, month, day;

  accord_date_get_ymd (self->date != ACCORD_DATE_NONE ? self->date : accord_clock_today (), &year, &month, &day);
  shown = g_date_time_new_local (year, month, day, 12, 0, 0);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), shown);
}

static void
on_day_selected (AccordDateRow *self)
{
  g_autoptr (GDateTime) picked = NULL;

  /* select_day above also says so; only what the user picks counts. */
  if (!gtk_widget_get_visible (self->popover))
    return;

  picked = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  accord_date_row_set_date (self, accord_date_new (g_date_time_get_year (picked), g_date_time_get_month (picked),
                                                   g_date_time_get_day_of_month (picked)));
}

static void
accord_date_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_DATE)
    g_value_set_int (value, ACCORD_DATE_ROW (object)->date);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_date_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_DATE)
    accord_date_row_set_date (ACCORD_DATE_ROW (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
accord_date_row_class_init (AccordDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_date_row_get_property;
  object_class->set_property = accord_date_row_set_property;

  properties[PROP_DATE] = g_param_spec_int ("date", NULL, NULL, 0, G_MAXINT, ACCORD_DATE_NONE,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
accord_date_row_init (AccordDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->valid = TRUE;
  self->calendar = gtk_calendar_new ();
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_can_focus (button, FALSE);
  accord_row_popup_install (GTK_WIDGET (self), self->popover);
  gtk_widget_set_tooltip_text (button, _("Pick a Day (Alt+Down)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pick a Day"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_DIGITS);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (on_leave), NULL);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (on_popover_show), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
}

AccordDate
accord_date_row_get_date (AccordDateRow *self)
{
  g_return_val_if_fail (ACCORD_IS_DATE_ROW (self), ACCORD_DATE_NONE);

  return self->date;
}

void
accord_date_row_set_date (AccordDateRow *self,
                          AccordDate     date)
{
  gboolean changed;

  g_return_if_fail (ACCORD_IS_DATE_ROW (self));

  changed = self->date != date;
  self->date = date;
  self->valid = TRUE;
  date_row_show_date (self);
  date_row_show_valid (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

gboolean
accord_date_row_is_valid (AccordDateRow *self)
{
  g_return_val_if_fail (ACCORD_IS_DATE_ROW (self), FALSE);

  return self->valid;
}

void
accord_date_row_commit (AccordDateRow *self)
{
  g_autofree char *text = NULL;
  AccordDate date = ACCORD_DATE_NONE;

  g_return_if_fail (ACCORD_IS_DATE_ROW (self));

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  if (*text == '\0' || date_row_parse (text, &date))
    {
      accord_date_row_set_date (self, date);
      return;
    }

  self->valid = FALSE;
  date_row_show_valid (self);
}
