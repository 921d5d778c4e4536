/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-ask-export.h"

#include "accord-ask-letter.h"
#include "accord-paper-file.h"
#include "accord-paper-flow.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
dup_day (AccordDate date)
{
  return date == ACCORD_DATE_NONE ? g_strdup ("–") : accord_date_format (date);
}

static void
put_reply (AccordPaperFlow *flow,
           AccordAsk       *ask)
{
  const char *reply = accord_ask_get_reply (ask);
  const AccordDate replied = accord_ask_get_replied (ask);
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;

  if (*reply == '\0')
    return;

  if (replied != ACCORD_DATE_NONE)
    {
      day = accord_date_format (replied);
      /* Translators: above a department's answer; %s is a day. */
      heading = g_strdup_printf (_("Reply, %s"), day);
    }
  accord_paper_keep_together (flow, 34);
  accord_paper_put_text (flow, heading != NULL ? heading : _("Reply"), 8.5, PANGO_WEIGHT_NORMAL, 8, 0.4);
  accord_paper_put_text (flow, reply, 10.5, PANGO_WEIGHT_NORMAL, 1, 0.1);
}

static void
put_ask (AccordPaperFlow *flow,
         AccordAsk       *ask)
{
  const char *heads[] = { _("Needed by"), _("Status"), _("Asked on") };
  g_autofree char *needed = dup_day (accord_ask_get_needed (ask));
  g_autofree char *asked = dup_day (accord_ask_get_asked (ask));
  const char *values[] = { needed, accord_ask_status_get_label (accord_ask_get_status (ask)), asked };

  flow->y += 20;
  /* What is asked is not left alone at the foot of a page. */
  accord_paper_keep_together (flow, 90);
  accord_paper_put_rule (flow, ACCORD_PAPER_MARGIN, flow->y, flow->width - 2 * ACCORD_PAPER_MARGIN, 0.75);
  accord_paper_put_text (flow, accord_ask_get_what (ask), 12.5, PANGO_WEIGHT_SEMIBOLD, 12, 0);
  accord_paper_put_text (flow, accord_ask_get_because (ask), 10.5, PANGO_WEIGHT_NORMAL, 4, 0.2);
  flow->y += 10;
  accord_paper_keep_together (flow, 34);
  accord_paper_put_cells (flow, heads, G_N_ELEMENTS (heads), 8.5, PANGO_WEIGHT_NORMAL, 0.4);
  flow->y += 1;
  accord_paper_put_cells (flow, values, G_N_ELEMENTS (values), 10.5, PANGO_WEIGHT_SEMIBOLD, 0.1);
  put_reply (flow, ask);
}

static void
put_feet (AccordPaperFlow     *flow,
          const AccordAskLetter *list)
{
  const guint n = flow->n_pages;

  for (guint page = 1; page <= n; page++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      g_autofree char *foot = NULL;

      if (n == 1)
        foot = g_strdup_printf ("%s · %s", list->team, list->year);
      else
        /* Translators: the foot of a page: a team, a department, a plan year; then a page and how many. */
        foot = g_strdup_printf (_("%1$s · %2$s · %3$s · page %4$u of %5$u"), list->team, list->department, list->year,
                                page, n);
      layout = accord_paper_make_layout (flow, foot, 8, PANGO_WEIGHT_NORMAL, flow->width - 2 * ACCORD_PAPER_MARGIN);
      pango_layout_set_height (layout, -2);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      flow->n_pages = page;
      flow->y = flow->height - ACCORD_PAPER_MARGIN - 4;
      accord_paper_put_layout (flow, layout, ACCORD_PAPER_MARGIN, 0.45, FALSE);
    }
}

static void
lay_out (AccordPaperFlow     *flow,
         const AccordAskLetter *list)
{
  g_autofree char *day = accord_date_format (list->today);
  /* Translators: above the name of a department; %s is the team that asks it for something. */
  g_autofree char *from = g_strdup_printf (_("From %s"), list->team);
  /* Translators: under the name of a department: how many asks, a plan year, today. */
  g_autofree char *about = g_strdup_printf (ngettext ("%1$u ask · %2$s · as of %3$s", "%1$u asks · %2$s · as of %3$s",
                                                      list->asks->len),
                                            list->asks->len, list->year, day);

  accord_paper_put_text (flow, from, 11, PANGO_WEIGHT_NORMAL, 0, 0.4);
  accord_paper_put_text (flow, list->department, 21, PANGO_WEIGHT_BOLD, 6, 0);
  accord_paper_put_text (flow, about, 11, PANGO_WEIGHT_NORMAL, 4, 0.2);
  for (guint i = 0; i < list->asks->len; i++)
    put_ask (flow, g_ptr_array_index (list->asks, i));
  put_feet (flow, list);
}

static void
draw_page (gpointer data,
           cairo_t *cr,
           guint    page)
{
  accord_paper_flow_draw (data, cr, page);
}

gboolean
accord_ask_export_pdf (AccordWorkspace *workspace,
                       const char      *department,
                       gint64           year,
                       AccordDate       today,
                       const char      *path,
                       GError         **error)
{
  g_autoptr (AccordAskLetter) list = accord_ask_letter_new (workspace, department, year, today, error);
  AccordPaperFlow flow = { 0 };
  g_autofree char *title = NULL;
  g_autofree char *noon = NULL;
  double width, height;
  gboolean written;

  if (list == NULL)
    return FALSE;

  title = accord_ask_letter_dup_title (list);
  noon = accord_paper_dup_noon (today);
  /* As the report has it: where people pay in dollars, they print on letter paper. */
  accord_paper_get_size (strcmp (list->currency, "USD") == 0 ? ACCORD_PAPER_LETTER : ACCORD_PAPER_A4, &width, &height);
  accord_paper_flow_init (&flow, width, height);
  lay_out (&flow, list);
  written = accord_paper_write_pdf (draw_page, &flow, flow.n_pages, width, height, title, noon, path, TRUE, error);
  accord_paper_flow_clear (&flow);

  return written;
}
