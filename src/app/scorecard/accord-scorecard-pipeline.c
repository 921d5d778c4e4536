/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-scorecard-pipeline.h"

#include "accord-clock.h"
#include "accord-deal-history.h"
#include "accord-deal-list.h"
#include "accord-feedback.h"
#include "accord-member.h"
#include "accord-money.h"
#include "accord-pipeline-chart.h"
#include "accord-pipeline-figures.h"

#include <glib/gi18n.h>

struct _AccordScorecardPipeline
{
  AccordScorecardStep parent_instance;

  GArray *ids;   /* gint64: the member behind each choice; 0 is everybody */
  char *shape;   /* who is offered */
  gint64 member; /* the one who is chosen */
  gboolean filling;

  GtkStack *stack;
  GtkDropDown *members;
  GtkLabel *days;
  AccordPipelineFigures *figures;
  AccordPipelineChart *chart;
  GtkListBox *losses;
  GtkLabel *losses_label;
  AccordDealList *deals;
};

G_DEFINE_FINAL_TYPE (AccordScorecardPipeline, accord_scorecard_pipeline, ACCORD_TYPE_SCORECARD_STEP)

static char *
dup_shape (GPtrArray *members)
{
  g_autoptr (GString) shape = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (shape, "%" G_GINT64_FORMAT "\n%s\n", accord_record_get_id (g_ptr_array_index (members, i)),
                            accord_member_get_name (g_ptr_array_index (members, i)));

  return g_string_free (g_steal_pointer (&shape), FALSE);
}

/* Everybody first; the choice stays where it can. present holds the members of the scope. What is offered stays the same object
 * while it is the same: a drop-down that is choosing tells of a new one once more. */
static void
fill_members (AccordScorecardPipeline *self,
              GPtrArray               *present)
{
  g_autofree char *shape = dup_shape (present);
  g_autoptr (GtkStringList) names = NULL;
  const gint64 everybody = 0;
  guint selected = 0;

  if (g_strcmp0 (shape, self->shape) == 0)
    return;

  g_free (self->shape);
  self->shape = g_steal_pointer (&shape);
  names = gtk_string_list_new (NULL);
  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, everybody);
  gtk_string_list_append (names, _("Everybody"));
  for (guint i = 0; i < present->len; i++)
    {
      AccordMember *member = g_ptr_array_index (present, i);
      const gint64 id = accord_record_get_id (ACCORD_RECORD (member));

      if (id == self->member)
        selected = self->ids->len;
      g_array_append_val (self->ids, id);
      gtk_string_list_append (names, accord_member_get_name (member));
    }
  self->member = g_array_index (self->ids, gint64, selected);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->members, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->members, selected);
  self->filling = FALSE;
}

/* Whose deals are shown, as ids of ids; NULL for those of everybody who ever was on the team. */
static GHashTable *
dup_scope (AccordScorecardPipeline *self)
{
  GHashTable *scope;

  if (self->member == 0 && accord_scorecard_step_get_territory (ACCORD_SCORECARD_STEP (self)) == 0)
    return NULL;

  scope = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 1; i < self->ids->len; i++)
    {
      gint64 *id = &g_array_index (self->ids, gint64, i);

      if (self->member == 0 || self->member == *id)
        g_hash_table_add (scope, id);
    }

  return scope;
}

static GHashTable *
dup_names (AccordScorecardPipeline *self)
{
  GListModel *members = accord_scorecard_step_get_list (ACCORD_SCORECARD_STEP (self), ACCORD_TYPE_MEMBER);
  GHashTable *names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);
      const gint64 id = accord_record_get_id (ACCORD_RECORD (member));

      g_hash_table_insert (names, g_memdup2 (&id, sizeof id), g_strdup (accord_member_get_name (member)));
    }

  return names;
}

static void
show_deals (AccordScorecardPipeline *self,
            const AccordPipeline    *pipeline,
            const char              *currency,
            int                      decimals)
{
  g_autoptr (GPtrArray) deals = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) names = dup_names (self);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  const AccordDate today = accord_clock_today ();

  for (guint i = 0; i < pipeline->stages->len; i++)
    g_hash_table_insert (places, (gpointer) g_array_index (pipeline->stages, AccordStageSum, i).name, GUINT_TO_POINTER (i));
  for (guint i = 0; i < pipeline->deals->len; i++)
    {
      const AccordOpenDeal *deal = &g_array_index (pipeline->deals, AccordOpenDeal, i);
      const char *owner = g_hash_table_lookup (names, &deal->opportunity->member);
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, deal->opportunity->stage));

      g_ptr_array_add (deals, accord_deal_new (deal, owner != NULL ? owner : _("n/a"), (int) place, today, currency, decimals));
    }
  accord_deal_list_show (self->deals, deals);
}

static void
show_chart (AccordScorecardPipeline *self,
            const AccordPipeline    *pipeline,
            const char              *currency,
            int                      decimals)
{
  g_autofree AccordPipelineStage *stages = g_new0 (AccordPipelineStage, pipeline->stages->len + 1);

  for (guint i = 0; i < pipeline->stages->len; i++)
    {
      const AccordStageSum *sum = &g_array_index (pipeline->stages, AccordStageSum, i);

      stages[i] = (AccordPipelineStage) {
        .name = sum->name,
        .count = sum->count,
        .amount = sum->amount,
        .aged = sum->aged,
        .aged_amount = sum->aged_amount,
      };
    }
  accord_pipeline_chart_set (self->chart, _("Open deals by stage"), stages, pipeline->stages->len, currency, decimals);
}

static void
add_losses (AccordScorecardPipeline *self,
            const char              *stage,
            guint                    count,
            guint                    of)
{
  GtkWidget *row = gtk_list_box_row_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *share = accord_rate_format_percent (accord_rate_from_ratio (count, of));
  g_autofree char *number = accord_money_format (count, NULL, 0);
  /* Translators: how many deals were lost in a stage, and the share of all lost ones that they are. */
  g_autofree char *text = g_strdup_printf (_("%1$s · %2$s"), number, share);
  GtkWidget *name = gtk_label_new (stage), *label = gtk_label_new (text);

  gtk_widget_add_css_class (content, "accord-loss");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (content), name);
  gtk_box_append (GTK_BOX (content), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, stage, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_list_box_append (self->losses, row);
}

static char *
dup_losses_summary (const AccordPipeline *pipeline)
{
  g_autofree char *share = accord_rate_format_percent (accord_pipeline_get_early_share (pipeline));
  const guint known = pipeline->n_lost - pipeline->n_lost_unknown;
  g_autofree char *number = accord_money_format (known, NULL, 0);
  g_autofree char *all = accord_money_format (pipeline->n_lost, NULL, 0);

  if (pipeline->n_lost == 0)
    return g_strdup (_("No deal was lost in this quarter."));

  if (known == 0)
    return g_strdup (_("No import tells in which of the stages deals were lost."));

  if (known == pipeline->n_lost)
    /* Translators: %1 is how many deals were lost, %2 the percentage of them lost in the first two stages. */
    return g_strdup_printf (ngettext ("%1$s lost deal, %2$s in the first two stages",
                                      "%1$s lost deals, %2$s in the first two stages", known),
                            number, share);

  /* Translators: %1 is of how many lost deals the stage's place is known, %2 how many were lost in all, %3 the percentage of the
   * former lost in the first two stages. */
  return g_strdup_printf (ngettext ("%1$s of %2$s lost deal in a known stage, %3$s of these in the first two stages",
                                    "%1$s of %2$s lost deals in a known stage, %3$s of these in the first two stages",
                                    pipeline->n_lost),
                          number, all, share);
}

static void
show_losses (AccordScorecardPipeline *self,
             const AccordPipeline    *pipeline)
{
  g_autofree char *summary = dup_losses_summary (pipeline);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->losses, 0)) != NULL)
    gtk_list_box_remove (self->losses, GTK_WIDGET (row));
  for (guint i = 0; i < pipeline->losses->len; i++)
    {
      const AccordStageLosses *lost = &g_array_index (pipeline->losses, AccordStageLosses, i);

      add_losses (self, lost->stage->name, lost->count, pipeline->n_lost);
    }
  if (pipeline->n_lost_unknown > 0)
    add_losses (self, _("In a stage whose place is not known"), pipeline->n_lost_unknown, pipeline->n_lost);
  gtk_widget_set_visible (GTK_WIDGET (self->losses), pipeline->n_lost > 0);
  gtk_label_set_label (self->losses_label, summary);
}

static gboolean
show_pipeline (AccordScorecardPipeline *self,
               GError                 **error)
{
  AccordScorecardStep *step = ACCORD_SCORECARD_STEP (self);
  AccordWorkspace *workspace = accord_scorecard_step_get_workspace (step);
  AccordSettings *settings = accord_workspace_get_settings (workspace);
  AccordPeriod *period = accord_scorecard_step_get_period (step);
  const char *currency = accord_settings_get_currency (settings);
  const int decimals = (int) accord_settings_get_decimals (settings);
  const AccordDate today = accord_clock_today ();
  g_autoptr (GHashTable) scope = dup_scope (self);
  g_autoptr (AccordPipeline) pipeline = accord_pipeline_new (workspace, scope, accord_period_get_start (period),
                                                             accord_period_get_end (period), today, error);
  g_autoptr (AccordScorecard) card = NULL;
  g_autofree char *quarter = accord_period_format (period), *days = NULL;

  if (pipeline == NULL)
    return FALSE;
  card = accord_scorecard_new (workspace, accord_period_get_quarter (period), today, error);
  if (card == NULL)
    return FALSE;

  /* Translators: %s is a quarter such as "Q4 2026". */
  days = g_strdup_printf (_("Open deals are those of today; what was won and lost is that of %s."), quarter);
  gtk_label_set_label (self->days, days);
  accord_pipeline_figures_show (self->figures, pipeline, card, self->member, accord_scorecard_step_get_territory (step), currency,
                                decimals);
  show_chart (self, pipeline, currency, decimals);
  show_losses (self, pipeline);
  show_deals (self, pipeline, currency, decimals);

  return TRUE;
}

static void
accord_scorecard_pipeline_refresh (AccordScorecardStep *step)
{
  AccordScorecardPipeline *self = ACCORD_SCORECARD_PIPELINE (step);
  g_autoptr (GPtrArray) present = accord_scorecard_step_list_members (step);
  g_autoptr (GError) error = NULL;
  gboolean any = FALSE;

  fill_members (self, present);
  if (accord_opportunities_read_any (accord_scorecard_step_get_workspace (step), &any, &error) && any)
    show_pipeline (self, &error);
  if (error != NULL)
    accord_feedback_error (GTK_WIDGET (self), error);
  gtk_stack_set_visible_child_name (self->stack, any ? "pipeline" : "empty");
}

static void
on_member_chosen (AccordScorecardPipeline *self)
{
  const guint selected = gtk_drop_down_get_selected (self->members);

  if (self->filling || selected >= self->ids->len || g_array_index (self->ids, gint64, selected) == self->member)
    return;

  self->member = g_array_index (self->ids, gint64, selected);
  accord_scorecard_step_refresh (ACCORD_SCORECARD_STEP (self));
}

static void
on_deal_activated (AccordScorecardPipeline *self,
                   AccordDeal              *deal)
{
  accord_deal_history_open (GTK_WIDGET (self), accord_scorecard_step_get_workspace (ACCORD_SCORECARD_STEP (self)), deal,
                            accord_clock_today ());
}

static void
accord_scorecard_pipeline_finalize (GObject *object)
{
  g_array_unref (ACCORD_SCORECARD_PIPELINE (object)->ids);
  g_free (ACCORD_SCORECARD_PIPELINE (object)->shape);

  G_OBJECT_CLASS (accord_scorecard_pipeline_parent_class)->finalize (object);
}

static void
accord_scorecard_pipeline_class_init (AccordScorecardPipelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_scorecard_pipeline_finalize;
  ACCORD_SCORECARD_STEP_CLASS (klass)->refresh = accord_scorecard_pipeline_refresh;

  g_type_ensure (ACCORD_TYPE_DEAL_LIST);
  g_type_ensure (ACCORD_TYPE_PIPELINE_CHART);
  g_type_ensure (ACCORD_TYPE_PIPELINE_FIGURES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/scorecard/accord-scorecard-pipeline.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPipeline, stack);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPipeline, members);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPipeline, days);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPipeline, figures);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPipeline, chart);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPipeline, losses);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPipeline, losses_label);
  gtk_widget_class_bind_template_child (widget_class, AccordScorecardPipeline, deals);
  gtk_widget_class_bind_template_callback (widget_class, on_member_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_deal_activated);
}

static void
accord_scorecard_pipeline_init (AccordScorecardPipeline *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}
