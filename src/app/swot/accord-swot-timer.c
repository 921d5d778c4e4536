/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-timer.h"

#include <glib/gi18n.h>

#include "accord-countdown.h"

#define LOOK_MSEC 100 /* how long a second may be shown too long */
#define FIRST_SECONDS 300

struct _AccordSwotTimer
{
  AdwBin parent_instance;

  AccordCountdown countdown;
  gint64 shown; /* seconds; -1: none yet */
  guint look_id;

  GtkLabel *time_label;
  GtkWidget *over_box;
  GtkButton *start_button;
  GtkWidget *reset_button;
  GtkSpinButton *length_spin;
};

G_DEFINE_FINAL_TYPE (AccordSwotTimer, accord_swot_timer, ADW_TYPE_BIN)

static void
timer_show_time (AccordSwotTimer *self,
                 gint64           seconds)
{
  const int minutes = (int) (seconds / 60), rest = (int) (seconds % 60);
  g_autofree char *text = accord_countdown_format (seconds);
  g_autofree char *spoken_minutes = g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
  g_autofree char *spoken_seconds = g_strdup_printf (ngettext ("%d second", "%d seconds", rest), rest);
  /* Translators: the time left of a round, as a screen reader says it: 4 minutes, 30 seconds. */
  g_autofree char *spoken = g_strdup_printf (_("Time left: %s, %s"), spoken_minutes, spoken_seconds);

  gtk_label_set_label (self->time_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time_label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
timer_show (AccordSwotTimer *self)
{
  const gint64 now = g_get_monotonic_time ();
  const gint64 seconds = accord_countdown_get_seconds (&self->countdown, now);
  const gboolean over = accord_countdown_is_over (&self->countdown, now);
  const char *start = self->countdown.running ? _("Pause Timer") : _("Start Timer");

  if (seconds != self->shown)
    timer_show_time (self, seconds);
  self->shown = seconds;

  gtk_widget_set_visible (self->over_box, over);
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
  gtk_button_set_icon_name (self->start_button,
                            self->countdown.running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->start_button), start);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start_button), GTK_ACCESSIBLE_PROPERTY_LABEL, start, -1);
  gtk_widget_set_sensitive (self->reset_button,
                            accord_countdown_get_left (&self->countdown, now) != self->countdown.length);
  gtk_widget_set_sensitive (GTK_WIDGET (self->length_spin), !self->countdown.running);
}

static gboolean
on_look (gpointer user_data)
{
  AccordSwotTimer *self = user_data;
  const gint64 now = g_get_monotonic_time ();

  if (!accord_countdown_is_over (&self->countdown, now))
    {
      if (accord_countdown_get_seconds (&self->countdown, now) != self->shown)
        timer_show (self);
      return G_SOURCE_CONTINUE;
    }

  self->look_id = 0;
  accord_countdown_pause (&self->countdown, now);
  timer_show (self);
  gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self)));

  return G_SOURCE_REMOVE;
}

static void
timer_rest (AccordSwotTimer *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  timer_show (self);
}

static void
on_start_clicked (AccordSwotTimer *self)
{
  const gint64 now = g_get_monotonic_time ();

  if (self->countdown.running)
    {
      accord_countdown_pause (&self->countdown, now);
      timer_rest (self);
      return;
    }

  /* The next round is as long as the one that is over. */
  if (accord_countdown_is_over (&self->countdown, now))
    accord_countdown_reset (&self->countdown);
  gtk_spin_button_update (self->length_spin);
  accord_countdown_start (&self->countdown, now);
  if (self->look_id == 0)
    self->look_id = g_timeout_add (LOOK_MSEC, on_look, self);
  timer_show (self);
}

static void
on_reset_clicked (AccordSwotTimer *self)
{
  accord_countdown_reset (&self->countdown);
  timer_rest (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->start_button));
}

static void
on_length_changed (AccordSwotTimer *self)
{
  if (self->countdown.running)
    return;

  accord_countdown_set_length (&self->countdown, gtk_spin_button_get_value_as_int (self->length_spin));
  timer_rest (self);
}

/* What is no time leaves the length as it was. */
static int
on_length_input (GtkSpinButton   *spin,
                 double          *value,
                 AccordSwotTimer *self)
{
  gint64 seconds;

  if (!accord_countdown_parse (gtk_editable_get_text (GTK_EDITABLE (spin)), &seconds))
    return GTK_INPUT_ERROR;
  *value = (double) seconds;

  return TRUE;
}

static gboolean
on_length_output (GtkSpinButton   *spin,
                  AccordSwotTimer *self)
{
  g_autofree char *text = accord_countdown_format (gtk_spin_button_get_value_as_int (spin));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

static void
accord_swot_timer_dispose (GObject *object)
{
  AccordSwotTimer *self = ACCORD_SWOT_TIMER (object);

  g_clear_handle_id (&self->look_id, g_source_remove);

  G_OBJECT_CLASS (accord_swot_timer_parent_class)->dispose (object);
}

static void
accord_swot_timer_class_init (AccordSwotTimerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_swot_timer_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-timer.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTimer, time_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTimer, over_box);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTimer, start_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTimer, reset_button);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotTimer, length_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_length_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_length_input);
  gtk_widget_class_bind_template_callback (widget_class, on_length_output);
}

static void
accord_swot_timer_init (AccordSwotTimer *self)
{
  self->shown = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_value (self->length_spin, FIRST_SECONDS);
  accord_countdown_set_length (&self->countdown, FIRST_SECONDS);
  timer_show (self);
}
