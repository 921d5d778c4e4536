/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-details.h"

#include <glib/gi18n.h>

#include "accord-member.h"
#include "accord-swot-card-work.h"
#include "accord-swot-merged.h"
#include "accord-swot-page.h"
#include "accord-swot-resolution.h"

#define PAUSE_MSEC 1000

struct _AccordSwotDetails
{
  AdwBin parent_instance;

  AccordCard *card;
  gboolean showing; /* what changes in the fields is not typed */
  guint pause_id;
  gboolean unsaved; /* what is typed could not be stored */

  GtkStack *stack;
  AdwEntryRow *title_row;
  GtkWidget *detail_view;
  GtkTextBuffer *detail_buffer;
  GtkTextBuffer *evidence_buffer;
  AdwEntryRow *source_row;
  AdwComboRow *control_row;
  AdwComboRow *impact_row;
  AdwComboRow *likelihood_row;
  AdwComboRow *audience_row;
  GtkLabel *priority_label;
  AccordSwotMerged *merged;
  AccordSwotResolution *resolution;
  GtkLabel *author_label;
  AccordSwotCardWork *work;
};

G_DEFINE_FINAL_TYPE (AccordSwotDetails, accord_swot_details, ADW_TYPE_BIN)

static char *
details_dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Only where it differs: the cursor of a field in use stays where it is. */
static void
details_show_text (GtkTextBuffer *buffer,
                   const char    *text)
{
  g_autofree char *shown = details_dup_text (buffer);

  if (g_strcmp0 (shown, text) != 0)
    gtk_text_buffer_set_text (buffer, text, -1);
}

static void
details_show_entry (AdwEntryRow *row,
                    const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
details_show_priority (AccordSwotDetails *self)
{
  const int impact = (int) accord_card_get_impact (self->card);
  const int likelihood = (int) accord_card_get_likelihood (self->card);
  g_autofree char *text = NULL;

  if (impact > 0 && likelihood > 0)
    /* Translators: how urgent a card is: the product of two ratings from 1 to 5. */
    text = g_strdup_printf (_("Priority %d: impact %d × likelihood %d"), impact * likelihood, impact, likelihood);
  gtk_label_set_label (self->priority_label, text != NULL ? text : _("Rate impact and likelihood to get a priority."));
}

/* Nothing of a card that is covered is left behind, out of sight. */
static void
details_clear (AccordSwotDetails *self)
{
  self->showing = TRUE;
  details_show_entry (self->title_row, "");
  details_show_text (self->detail_buffer, "");
  details_show_text (self->evidence_buffer, "");
  details_show_entry (self->source_row, "");
  self->showing = FALSE;
}

static AccordWorkspace *
details_get_workspace (AccordSwotDetails *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_PAGE);

  return page != NULL ? accord_page_get_workspace (ACCORD_PAGE (page)) : NULL;
}

static void
details_show_author (AccordSwotDetails *self)
{
  AccordWorkspace *workspace = details_get_workspace (self);
  const gint64 id = accord_card_get_author (self->card);
  AccordMember *author = workspace != NULL && id != 0 ? accord_workspace_find (workspace, ACCORD_TYPE_MEMBER, id) : NULL;
  g_autofree char *text = NULL;

  if (author != NULL)
    /* Translators: %s is the name of the member who wrote a card. */
    text = g_strdup_printf (C_("author", "by %s"), accord_member_get_name (author));
  gtk_label_set_label (self->author_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->author_label), text != NULL);
}

static void
details_show (AccordSwotDetails *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->card != NULL ? "card" : "none");
  if (self->card == NULL)
    details_clear (self);
  if (self->card == NULL || self->pause_id != 0 || self->unsaved)
    return;

  self->showing = TRUE;
  details_show_entry (self->title_row, accord_card_get_title (self->card));
  details_show_text (self->detail_buffer, accord_card_get_detail (self->card));
  details_show_text (self->evidence_buffer, accord_card_get_evidence (self->card));
  details_show_entry (self->source_row, accord_card_get_evidence_source (self->card));
  adw_combo_row_set_selected (self->control_row, (guint) accord_card_get_control (self->card));
  adw_combo_row_set_selected (self->impact_row, (guint) accord_card_get_impact (self->card));
  adw_combo_row_set_selected (self->likelihood_row, (guint) accord_card_get_likelihood (self->card));
  adw_combo_row_set_selected (self->audience_row, (guint) accord_card_get_audience (self->card));
  details_show_priority (self);
  details_show_author (self);
  self->showing = FALSE;
}

static gboolean
details_store (AccordSwotDetails *self)
{
  AccordSwotPage *page = ACCORD_SWOT_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), ACCORD_TYPE_SWOT_PAGE));
  g_autoptr (AccordCard) draft = NULL;
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *evidence = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->card == NULL || page == NULL)
    return TRUE;

  title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  detail = details_dup_text (self->detail_buffer);
  evidence = details_dup_text (self->evidence_buffer);
  draft = accord_record_copy (self->card);
  /* A card without a title keeps the one it had. */
  if (*title != '\0')
    accord_card_set_title (draft, title);
  accord_card_set_detail (draft, detail);
  accord_card_set_evidence (draft, evidence);
  accord_card_set_evidence_source (draft, gtk_editable_get_text (GTK_EDITABLE (self->source_row)));
  accord_card_set_control (draft, (AccordControl) adw_combo_row_get_selected (self->control_row));
  accord_card_set_impact (draft, adw_combo_row_get_selected (self->impact_row));
  accord_card_set_likelihood (draft, adw_combo_row_get_selected (self->likelihood_row));
  accord_card_set_audience (draft, (AccordAudience) adw_combo_row_get_selected (self->audience_row));

  self->unsaved = !accord_record_equal (draft, self->card) && !accord_swot_page_change_card (page, draft);

  return !self->unsaved;
}

static gboolean
on_pause (gpointer user_data)
{
  AccordSwotDetails *self = user_data;

  self->pause_id = 0;
  details_store (self);

  return G_SOURCE_REMOVE;
}

static void
on_typed (AccordSwotDetails *self)
{
  if (self->showing || self->card == NULL)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MSEC, on_pause, self);
}

static void
on_chosen (AccordSwotDetails *self)
{
  if (!self->showing)
    details_store (self);
}

static void
on_left (AccordSwotDetails *self)
{
  if (self->pause_id != 0)
    details_store (self);
  if (self->card != NULL)
    details_show (self);
}

static void
accord_swot_details_dispose (GObject *object)
{
  AccordSwotDetails *self = ACCORD_SWOT_DETAILS (object);

  accord_swot_details_drop_card (self);

  G_OBJECT_CLASS (accord_swot_details_parent_class)->dispose (object);
}

static void
accord_swot_details_class_init (AccordSwotDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = accord_swot_details_dispose;

  g_type_ensure (ACCORD_TYPE_SWOT_MERGED);
  g_type_ensure (ACCORD_TYPE_SWOT_RESOLUTION);
  g_type_ensure (ACCORD_TYPE_SWOT_CARD_WORK);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/accord/Accord/ui/swot/accord-swot-details.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, title_row);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, detail_view);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, detail_buffer);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, evidence_buffer);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, source_row);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, control_row);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, impact_row);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, likelihood_row);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, audience_row);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, priority_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, merged);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, resolution);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, author_label);
  gtk_widget_class_bind_template_child (widget_class, AccordSwotDetails, work);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "swot.close-details", NULL);
}

static void
accord_swot_details_init (AccordSwotDetails *self)
{
  const char *controls[] = { accord_control_get_label (ACCORD_CONTROL_OURS),
                             accord_control_get_label (ACCORD_CONTROL_INFLUENCE),
                             accord_control_get_label (ACCORD_CONTROL_OUTSIDE), NULL };
  const char *audiences[] = { accord_audience_get_label (ACCORD_AUDIENCE_TEAM),
                              accord_audience_get_label (ACCORD_AUDIENCE_MANAGER),
                              accord_audience_get_label (ACCORD_AUDIENCE_HR), NULL };
  g_autoptr (GtkStringList) control_list = gtk_string_list_new (controls);
  g_autoptr (GtkStringList) audience_list = gtk_string_list_new (audiences);

  gtk_widget_init_template (GTK_WIDGET (self));

  self->showing = TRUE;
  adw_combo_row_set_model (self->control_row, G_LIST_MODEL (control_list));
  adw_combo_row_set_model (self->audience_row, G_LIST_MODEL (audience_list));
  self->showing = FALSE;
}

void
accord_swot_details_set_card (AccordSwotDetails *self,
                              AccordCard        *card)
{
  g_return_if_fail (ACCORD_IS_SWOT_DETAILS (self));

  if (self->card == card)
    return;

  accord_swot_details_flush (self);
  accord_swot_details_drop_card (self);
  if (card != NULL)
    {
      self->card = g_object_ref (card);
      g_signal_connect_object (card, "notify", G_CALLBACK (details_show), self, G_CONNECT_SWAPPED);
      accord_swot_card_work_set_card (self->work, details_get_workspace (self), card);
    }
  accord_swot_resolution_set_card (self->resolution, card);
  details_show (self);
}

void
accord_swot_details_drop_card (AccordSwotDetails *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_DETAILS (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->unsaved = FALSE;
  if (self->card == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->card, details_show, self);
  g_clear_object (&self->card);
  accord_swot_resolution_set_card (self->resolution, NULL);
  if (self->work != NULL)
    accord_swot_card_work_set_card (self->work, NULL, NULL);
  details_show (self);
}

void
accord_swot_details_set_merged (AccordSwotDetails *self,
                                GPtrArray         *merged)
{
  g_return_if_fail (ACCORD_IS_SWOT_DETAILS (self));

  accord_swot_merged_set_cards (self->merged, merged);
}

void
accord_swot_details_start_editing (AccordSwotDetails *self)
{
  g_return_if_fail (ACCORD_IS_SWOT_DETAILS (self));

  if (self->card != NULL)
    gtk_widget_grab_focus (self->detail_view);
}

gboolean
accord_swot_details_flush (AccordSwotDetails *self)
{
  gboolean stored = TRUE;

  g_return_val_if_fail (ACCORD_IS_SWOT_DETAILS (self), FALSE);

  if (self->pause_id != 0 || self->unsaved)
    stored = details_store (self);
  accord_swot_resolution_flush (self->resolution);

  return accord_swot_card_work_settle (self->work) && stored;
}
