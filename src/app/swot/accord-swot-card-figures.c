/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-swot-card-private.h"

#include <glib/gi18n.h>

static const char *const icons[ACCORD_SWOT_N_FIGURES] = {
  "starred-symbolic",       "edit-copy-symbolic", "mail-send-symbolic", "checkbox-checked-symbolic",
  "media-skip-forward-symbolic", "object-select-symbolic",
};

/* How a figure is read on the card, and what it says in full; NULL where there is nothing to show. */
typedef struct
{
  char *text;
  char *spoken;
} Figure;

static void
figure_clear (Figure *figure)
{
  g_free (figure->text);
  g_free (figure->spoken);
}

static void
figure_of_actions (const AccordSwotCardFigures *figures,
                   Figure                      *figure)
{
  const guint all = figures->actions_open + figures->actions_done;

  if (all == 0)
    return;

  /* Translators: of a card's actions, how many are done, and how many there are. */
  figure->text = g_strdup_printf (C_("actions", "%u/%u"), figures->actions_done, all);
  figure->spoken = g_strdup_printf (ngettext ("%u of %u action done", "%u of %u actions done", all),
                                    figures->actions_done, all);
}

static void
figure_of_past (AccordSwotCard *self,
                guint           which,
                Figure         *figure)
{
  const AccordDate resolved = accord_card_get_resolved (self->card);

  if (which == ACCORD_SWOT_FIGURE_CARRIED && accord_card_get_carried_from (self->card) != 0)
    {
      /* Translators: of a card that goes on with one of an earlier year. */
      figure->text = g_strdup (_("Carried Over"));
      figure->spoken = g_strdup (_("Carried over from an earlier year"));
    }
  else if (which == ACCORD_SWOT_FIGURE_RESOLVED && resolved != ACCORD_DATE_NONE)
    {
      g_autofree char *day = accord_date_format (resolved);

      /* Translators: of a card whose matter is settled. */
      figure->text = g_strdup (_("Resolved"));
      /* Translators: %s is a day. */
      figure->spoken = g_strdup_printf (_("Resolved on %s"), day);
    }
}

static void
figure_read (AccordSwotCard *self,
             guint           which,
             Figure         *figure)
{
  const AccordSwotCardFigures *figures = &self->figures;

  *figure = (Figure) { NULL, NULL };
  switch (which)
    {
    case ACCORD_SWOT_FIGURE_VOTES:
      if (figures->votes > 0)
        {
          figure->text = g_strdup_printf ("%u", figures->votes);
          figure->spoken = g_strdup_printf (ngettext ("%u vote", "%u votes", figures->votes), figures->votes);
        }
      break;

    case ACCORD_SWOT_FIGURE_MERGED:
      if (figures->merged > 0)
        {
          /* Translators: so many further cards lie under this one. */
          figure->text = g_strdup_printf (C_("merged", "+%u"), figures->merged);
          figure->spoken = g_strdup_printf (ngettext ("%u more says the same", "%u more say the same", figures->merged),
                                        figures->merged);
        }
      break;

    case ACCORD_SWOT_FIGURE_ASKS:
      if (figures->asks > 0)
        {
          figure->text = g_strdup_printf ("%u", figures->asks);
          /* Translators: an ask is what the team asks of another department. */
          figure->spoken = g_strdup_printf (ngettext ("%u ask", "%u asks", figures->asks), figures->asks);
        }
      break;

    case ACCORD_SWOT_FIGURE_ACTIONS:
      figure_of_actions (figures, figure);
      break;

    default:
      figure_of_past (self, which, figure);
    }
}

static void
card_make_figure (AccordSwotCard *self,
                  guint           which)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icons[which], "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *after = NULL;

  gtk_widget_add_css_class (box, "swot-figure");
  gtk_widget_add_css_class (label, "numeric");
  /* Words may be cut short, numbers never. */
  if (which >= ACCORD_SWOT_FIGURE_CARRIED)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; i < which; i++)
    after = self->figure_boxes[i] != NULL ? self->figure_boxes[i] : after;
  gtk_box_insert_child_after (GTK_BOX (self->figures_box), box, after);
  self->figure_boxes[which] = box;
  self->figure_labels[which] = GTK_LABEL (label);
}

static gboolean
card_show_figure (AccordSwotCard *self,
                  guint           which)
{
  Figure figure;
  gboolean shown;

  figure_read (self, which, &figure);
  shown = figure.text != NULL && !self->covered;
  if (shown && self->figure_boxes[which] == NULL)
    card_make_figure (self, which);
  if (self->figure_boxes[which] != NULL)
    {
      gtk_widget_set_visible (self->figure_boxes[which], shown);
      gtk_label_set_label (self->figure_labels[which], shown ? figure.text : "");
      gtk_widget_set_tooltip_text (self->figure_boxes[which], shown ? figure.spoken : NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->figure_labels[which]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      shown ? figure.spoken : "", -1);
    }
  figure_clear (&figure);

  return shown;
}

void
accord_swot_card_show_figures (AccordSwotCard *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < ACCORD_SWOT_N_FIGURES; i++)
    any = card_show_figure (self, i) || any;
  gtk_widget_set_visible (self->figures_box, any);

  if (accord_card_get_resolved (self->card) != ACCORD_DATE_NONE && !self->covered)
    gtk_widget_add_css_class (GTK_WIDGET (self), "resolved");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "resolved");
}

char *
accord_swot_card_dup_description (AccordSwotCard *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (self->covered)
    return g_strdup ("");

  if (*accord_card_get_detail (self->card) != '\0')
    g_ptr_array_add (parts, g_strdup (accord_card_get_detail (self->card)));
  for (guint i = 0; i < ACCORD_SWOT_N_FIGURES; i++)
    {
      Figure figure;

      figure_read (self, i, &figure);
      if (figure.spoken != NULL)
        g_ptr_array_add (parts, g_strdup (figure.spoken));
      figure_clear (&figure);
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv ("; ", (char **) parts->pdata);
}
