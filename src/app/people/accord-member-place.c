/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-member-place.h"

#include <glib/gi18n.h>

#include "accord-clock.h"
#include "accord-date-row.h"
#include "accord-entry-text.h"
#include "accord-manager-row.h"
#include "accord-member-change.h"
#include "accord-membership-query.h"
#include "accord-rate.h"
#include "accord-suggestion-row.h"
#include "accord-territory.h"

struct _AccordMemberPlace
{
  AccordMemberPart parent_instance;

  gboolean filling;

  AccordSuggestionRow *territory_row;
  AccordManagerRow *manager_row;
  AdwEntryRow *share_row;
  AccordDateRow *day_row;
};

G_DEFINE_FINAL_TYPE (AccordMemberPlace, accord_member_place, ACCORD_TYPE_MEMBER_PART)

/* The membership of today, or the last one of somebody who has left. */
static AccordMembership *
place_find_membership (AccordMemberPlace *self)
{
  AccordMember *member = accord_member_part_get_member (ACCORD_MEMBER_PART (self));
  AccordDate left = accord_member_get_left (member);
  AccordDate day = accord_clock_today ();

  if (left != ACCORD_DATE_NONE && left < day)
    day = left;
  if (accord_member_get_started (member) > day)
    day = accord_member_get_started (member);

  return accord_membership_find (accord_workspace_get_list (accord_member_part_get_workspace (ACCORD_MEMBER_PART (self)),
                                                            ACCORD_TYPE_MEMBERSHIP),
                                 accord_record_get_id (ACCORD_RECORD (member)), day);
}

static void
place_refresh (AccordMemberPart *part)
{
  AccordMemberPlace *self = ACCORD_MEMBER_PLACE (part);
  AccordWorkspace *workspace = accord_member_part_get_workspace (part);
  AccordMembership *membership = place_find_membership (self);
  g_auto (GStrv) territories = accord_territory_dup_names (workspace);
  g_autofree char *share
    = accord_member_place_format_share (membership != NULL ? accord_membership_get_share (membership) : ACCORD_UNKNOWN);

  self->filling = TRUE;
  accord_entry_text_show (self->territory_row, accord_member_place_get_territory_name (workspace, membership));
  accord_suggestion_row_set_suggestions (self->territory_row, (const char *const *) territories);
  accord_manager_row_show (self->manager_row, workspace,
                           accord_record_get_id (ACCORD_RECORD (accord_member_part_get_member (part))),
                           membership != NULL ? accord_membership_get_manager (membership) : 0);
  accord_entry_text_show (self->share_row, share);
  self->filling = FALSE;
}

static void
place_member_changed (AccordMemberPart *part)
{
  AccordMemberPlace *self = ACCORD_MEMBER_PLACE (part);

  accord_entry_text_reset (self->territory_row);
  accord_entry_text_reset (self->share_row);
  gtk_widget_remove_css_class (GTK_WIDGET (self->share_row), "error");
  accord_date_row_set_date (self->day_row, accord_clock_today ());
}

static gboolean
place_read_share (AccordMemberPlace *self,
                  gint64            *share)
{
  g_autofree char *text = accord_entry_text_dup (self->share_row);
  g_autoptr (GError) error = NULL;

  *share = ACCORD_RATE_ONE;
  if (*text == '\0' || (accord_rate_parse_percent (text, share, &error) && *share <= ACCORD_RATE_ONE))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->share_row), "error");
      return TRUE;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self->share_row), "error");
  accord_member_part_fault (ACCORD_MEMBER_PART (self),
                            error != NULL ? error->message : _("A share lies between 0 % and 100 %"));

  return FALSE;
}

/* Today unless somebody says otherwise; the first place that a member is given holds from the first day on. */
static AccordDate
place_get_day (AccordMemberPlace *self)
{
  AccordDate started = accord_member_get_started (accord_member_part_get_member (ACCORD_MEMBER_PART (self)));
  AccordDate day = accord_date_row_get_date (self->day_row);

  if (day == ACCORD_DATE_NONE)
    day = accord_clock_today ();
  if (place_find_membership (self) == NULL && day == accord_clock_today ())
    return started;

  return MAX (day, started);
}

static void
on_settled (AccordMemberPlace *self)
{
  AccordMemberPart *part = ACCORD_MEMBER_PART (self);
  g_autoptr (AccordChange) change = NULL;
  g_autofree char *territory = NULL;
  gint64 share;

  if (self->filling || accord_member_part_get_member (part) == NULL || !place_read_share (self, &share))
    return;

  change = accord_change_new (_("Move Member"));
  territory = accord_entry_text_dup (self->territory_row);
  accord_member_change_place (change, accord_member_part_get_workspace (part),
                              accord_record_get_id (ACCORD_RECORD (accord_member_part_get_member (part))), territory,
                              accord_manager_row_get_manager (self->manager_row), share, place_get_day (self));
  accord_member_part_change (part, change);
}

static void
accord_member_place_class_init (AccordMemberPlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ACCORD_MEMBER_PART_CLASS (klass)->member_changed = place_member_changed;
  ACCORD_MEMBER_PART_CLASS (klass)->refresh = place_refresh;

  g_type_ensure (ACCORD_TYPE_DATE_ROW);
  g_type_ensure (ACCORD_TYPE_MANAGER_ROW);
  g_type_ensure (ACCORD_TYPE_SUGGESTION_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/people/accord-member-place.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPlace, territory_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPlace, manager_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPlace, share_row);
  gtk_widget_class_bind_template_child (widget_class, AccordMemberPlace, day_row);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
}

static void
accord_member_place_init (AccordMemberPlace *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_settled), self);
  gtk_widget_add_controller (GTK_WIDGET (self->share_row), focus);
}

const char *
accord_member_place_get_territory_name (AccordWorkspace  *workspace,
                                        AccordMembership *membership)
{
  AccordTerritory *territory = NULL;

  if (membership != NULL && accord_membership_get_territory (membership) != 0)
    territory = accord_workspace_find (workspace, ACCORD_TYPE_TERRITORY, accord_membership_get_territory (membership));

  return territory != NULL ? accord_territory_get_name (territory) : "";
}

char *
accord_member_place_format_share (gint64 share)
{
  return accord_rate_format_percent (share == ACCORD_UNKNOWN ? ACCORD_RATE_ONE : share);
}
