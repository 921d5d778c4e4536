/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-consequence.h"

#include "accord-commitment-bar.h"
#include "accord-funnel-view.h"
#include "accord-pay-chart.h"

#include <glib/gi18n.h>

/* Between the name and the figure of a line. */
#define FIGURE_SEPARATOR "\x1f"

struct _AccordConsequence
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkWidget *figure_box;
  GtkLabel *figure_label;
  GtkLabel *caption_label;
  AccordFunnelView *funnel_view;
  AccordCommitmentBar *bar;
  AccordPayChart *pay_chart;
  GtkBox *sentence_box;

  GPtrArray *sentences; /* char *, of this filling */
  GArray *tones;        /* AccordTone */
  GPtrArray *shown;     /* char *, of the filling before, so that nothing is rebuilt for nothing */
  GArray *shown_tones;
  gboolean has_figure;
  gboolean has_funnel;
  gboolean funnel_last;
  gboolean has_bar;
  gboolean has_pay;
};

G_DEFINE_FINAL_TYPE (AccordConsequence, accord_consequence, ADW_TYPE_BIN)

static const char *
tone_icon (AccordTone tone)
{
  switch (tone)
    {
    case ACCORD_TONE_GOOD:
      return "emblem-ok-symbolic";

    case ACCORD_TONE_WARNING:
      return "dialog-warning-symbolic";

    case ACCORD_TONE_PLAIN:
    case ACCORD_TONE_QUIET:
    case ACCORD_TONE_HEADING:
    case ACCORD_TONE_FIGURE:
    default:
      return NULL;
    }
}

/* A name, and its figure at the end. */
static GtkWidget *
figure_line_new (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, FIGURE_SEPARATOR, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (parts[0]), *figure = gtk_label_new (parts[1]);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_widget_set_valign (figure, GTK_ALIGN_END);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), figure);

  return line;
}

static GtkWidget *
sentence_new (AccordTone  tone,
              const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (tone == ACCORD_TONE_QUIET)
    gtk_widget_add_css_class (label, "dim-label");
  if (tone == ACCORD_TONE_HEADING)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_margin_top (label, 6);
    }
  if (tone_icon (tone) != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (tone_icon (tone));

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_set_margin_top (icon, 2);
      gtk_widget_add_css_class (icon, tone == ACCORD_TONE_GOOD ? "success" : "warning");
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tone == ACCORD_TONE_GOOD ? C_("tone of a sentence", "Good")
                                                               : C_("tone of a sentence", "Mind"),
                                      -1);
      gtk_box_append (GTK_BOX (box), icon);
    }
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static gboolean
same_sentences (AccordConsequence *self)
{
  if (self->sentences->len != self->shown->len)
    return FALSE;

  for (guint i = 0; i < self->sentences->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->sentences, i), g_ptr_array_index (self->shown, i)) != 0
        || g_array_index (self->tones, AccordTone, i) != g_array_index (self->shown_tones, AccordTone, i))
      return FALSE;

  return TRUE;
}

static void
accord_consequence_finalize (GObject *object)
{
  AccordConsequence *self = ACCORD_CONSEQUENCE (object);

  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->tones, g_array_unref);
  g_clear_pointer (&self->shown_tones, g_array_unref);

  G_OBJECT_CLASS (accord_consequence_parent_class)->finalize (object);
}

static void
accord_consequence_class_init (AccordConsequenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = accord_consequence_finalize;

  g_type_ensure (ACCORD_TYPE_FUNNEL_VIEW);
  g_type_ensure (ACCORD_TYPE_COMMITMENT_BAR);
  g_type_ensure (ACCORD_TYPE_PAY_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/accord/Accord/ui/goals/accord-consequence.ui");
  gtk_widget_class_bind_template_child (widget_class, AccordConsequence, title_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConsequence, figure_box);
  gtk_widget_class_bind_template_child (widget_class, AccordConsequence, figure_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConsequence, caption_label);
  gtk_widget_class_bind_template_child (widget_class, AccordConsequence, funnel_view);
  gtk_widget_class_bind_template_child (widget_class, AccordConsequence, bar);
  gtk_widget_class_bind_template_child (widget_class, AccordConsequence, pay_chart);
  gtk_widget_class_bind_template_child (widget_class, AccordConsequence, sentence_box);
}

static void
accord_consequence_init (AccordConsequence *self)
{
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->tones = g_array_new (FALSE, FALSE, sizeof (AccordTone));
  self->shown_tones = g_array_new (FALSE, FALSE, sizeof (AccordTone));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
accord_consequence_begin (AccordConsequence *self,
                          const char        *title)
{
  gtk_label_set_label (self->title_label, title);
  g_ptr_array_set_size (self->sentences, 0);
  g_array_set_size (self->tones, 0);
  self->has_figure = self->has_funnel = self->funnel_last = self->has_bar = self->has_pay = FALSE;
}

void
accord_consequence_set_figure (AccordConsequence *self,
                               const char        *figure,
                               const char        *caption)
{
  static const char *const sizes[] = { "title-1", "title-2", "title-3" };
  glong length = g_utf8_strlen (figure, -1);
  const char *size = sizes[length <= 11 ? 0 : length <= 15 ? 1 : 2];

  /* A number is never broken: a long one is set smaller. */
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i] != size)
      gtk_widget_remove_css_class (GTK_WIDGET (self->figure_label), sizes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self->figure_label), size);
  gtk_label_set_label (self->figure_label, figure);
  gtk_label_set_label (self->caption_label, caption);
  self->has_figure = TRUE;
}

void
accord_consequence_show_funnel (AccordConsequence  *self,
                                AccordPlanDraft    *draft,
                                const AccordFunnel *funnel)
{
  accord_funnel_view_set_funnel (self->funnel_view, funnel, accord_plan_draft_get_currency (draft),
                                 accord_plan_draft_get_decimals (draft));
  self->has_funnel = TRUE;
}

void
accord_consequence_show_funnel_last (AccordConsequence  *self,
                                     AccordPlanDraft    *draft,
                                     const AccordFunnel *funnel)
{
  accord_consequence_show_funnel (self, draft, funnel);
  self->funnel_last = TRUE;
}

void
accord_consequence_show_bar (AccordConsequence *self,
                             AccordPlanDraft   *draft)
{
  AccordPlan *plan = accord_plan_draft_get_plan (draft);

  accord_commitment_bar_set_figures (self->bar, accord_plan_get_quota (plan), accord_plan_get_amount (plan),
                                     ACCORD_UNKNOWN, accord_plan_draft_get_currency (draft),
                                     accord_plan_draft_get_decimals (draft));
  self->has_bar = TRUE;
}

void
accord_consequence_show_pay (AccordConsequence  *self,
                             AccordPlanDraft    *draft,
                             const AccordFunnel *funnel)
{
  AccordPlan *plan = accord_plan_draft_get_plan (draft);
  g_autoptr (AccordPayPlan) pay_plan = accord_plan_dup_pay_plan (plan, accord_plan_draft_get_basis (draft), NULL);
  AccordPayPicture picture = {
    .plan = pay_plan,
    .quota = accord_plan_get_quota (plan),
    .goal = funnel->variable,
    .bookings = funnel->bookings,
    .booked = accord_plan_draft_get_basis (draft)->booked,
  };

  if (pay_plan == NULL)
    return;

  accord_pay_chart_set_picture (self->pay_chart, &picture, accord_plan_draft_get_currency (draft),
                                accord_plan_draft_get_decimals (draft));
  self->has_pay = TRUE;
}

void
accord_consequence_take_sentence (AccordConsequence *self,
                                  AccordTone         tone,
                                  char              *sentence)
{
  g_ptr_array_add (self->sentences, sentence);
  g_array_append_val (self->tones, tone);
}

void
accord_consequence_add_sentence (AccordConsequence *self,
                                 AccordTone         tone,
                                 const char        *sentence)
{
  accord_consequence_take_sentence (self, tone, g_strdup (sentence));
}

void
accord_consequence_add_figure_line (AccordConsequence *self,
                                    const char        *name,
                                    const char        *figure)
{
  accord_consequence_take_sentence (self, ACCORD_TONE_FIGURE, g_strconcat (name, FIGURE_SEPARATOR, figure, NULL));
}

void
accord_consequence_add_booked (AccordConsequence *self,
                               AccordPlanDraft   *draft,
                               gint64             bookings)
{
  const AccordPlanBasis *basis = accord_plan_draft_get_basis (draft);
  gint64 booked = MAX (basis->booked, 0);
  g_autofree char *booked_text = accord_plan_draft_format_money (draft, booked), *left_text = NULL, *weeks = NULL;

  if (!accord_plan_draft_is_running (draft) || bookings == ACCORD_UNKNOWN || booked == 0)
    return;
  if (booked >= bookings)
    {
      /* Translators: %s is an amount of money. */
      accord_consequence_take_sentence (self, ACCORD_TONE_GOOD,
                                        g_strdup_printf (_("%s is booked in this plan year: that is there already."),
                                                         booked_text));
      return;
    }

  left_text = accord_plan_draft_format_money (draft, bookings - booked);
  weeks = accord_rate_format_number (accord_plan_get_weeks_left (accord_plan_draft_get_plan (draft), basis), 1);
  /* Translators: %1 and %2 are amounts of money, %3 a number of weeks such as "6.2". */
  accord_consequence_take_sentence (self, ACCORD_TONE_PLAIN,
                                    g_strdup_printf (_("%1$s is booked in this plan year. The funnel is for the %2$s "
                                                       "that are left, in %3$s working weeks."),
                                                     booked_text, left_text, weeks));
}

void
accord_consequence_end (AccordConsequence *self)
{
  GtkWidget *child;

  gtk_widget_set_visible (self->figure_box, self->has_figure);
  gtk_widget_set_visible (GTK_WIDGET (self->funnel_view), self->has_funnel);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), self->has_bar);
  gtk_box_reorder_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->funnel_view))),
                               GTK_WIDGET (self->funnel_view),
                               self->funnel_last ? GTK_WIDGET (self->sentence_box) : GTK_WIDGET (self->pay_chart));
  gtk_widget_set_visible (GTK_WIDGET (self->pay_chart), self->has_pay);
  if (same_sentences (self))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sentence_box))) != NULL)
    gtk_box_remove (self->sentence_box, child);
  g_ptr_array_set_size (self->shown, 0);
  g_array_set_size (self->shown_tones, 0);
  for (guint i = 0; i < self->sentences->len; i++)
    {
      AccordTone tone = g_array_index (self->tones, AccordTone, i);

      gtk_box_append (self->sentence_box, tone == ACCORD_TONE_FIGURE
                                            ? figure_line_new (g_ptr_array_index (self->sentences, i))
                                            : sentence_new (tone, g_ptr_array_index (self->sentences, i)));
      g_ptr_array_add (self->shown, g_strdup (g_ptr_array_index (self->sentences, i)));
      g_array_append_val (self->shown_tones, tone);
    }
}
