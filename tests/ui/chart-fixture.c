/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with the program's pictures of known numbers, and a button that stores what the clipboard holds:
 *
 *     chart-fixture FOLDER
 *
 * "Paste" writes FOLDER/pasted.png and FOLDER/pasted.txt, as another program would get them. */

#include <adwaita.h>

#include "accord-bullet-bar.h"
#include "accord-distribution-chart.h"
#include "accord-path-chart.h"
#include "accord-pipeline-chart.h"
#include "accord-spark.h"
#include "accord-status-mark.h"

#define COUNT(n) ((n) * ACCORD_RATE_ONE)
#define U ACCORD_UNKNOWN

static const char *folder;

/* 320 of 500 at two thirds of a quarter: a week is not known, and the last ones are still to come. */
static GtkWidget *
create_path (void)
{
  static const gint64 reached[] = { 20, 45, 80, U, 150, 190, 240, 285, 320, U, U, U, U };
  const AccordPath path = {
    .name = "First meetings, Joe",
    .unit = ACCORD_UNIT_COUNT,
    .decimals = 2,
    .starts = accord_date_new (2026, 10, 1),
    .ends = accord_date_new (2026, 12, 31),
    .as_of = accord_date_new (2026, 11, 28),
    .adds_up = TRUE,
    .actual = COUNT (320),
    .expected = COUNT (333),
    .target = COUNT (500),
    .landing = COUNT (480),
  };
  AccordPathPoint points[G_N_ELEMENTS (reached)];
  GtkWidget *chart = accord_path_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reached); i++)
    points[i] = (AccordPathPoint) { i == 8 ? path.as_of : accord_date_new (2026, 10, 4) + (AccordDate) (7 * i),
                                    reached[i] == U ? U : COUNT (reached[i]), i == 8 ? path.expected : COUNT (38 * ((gint64) i + 1)) };
  accord_path_chart_set (ACCORD_PATH_CHART (chart), &path, points, G_N_ELEMENTS (points));

  return chart;
}

/* Eight members, of whom two meet and one has no figure; the median of the other seven is 30. */
static GtkWidget *
create_distribution (gboolean ranked)
{
  static const AccordDistributionMember members[] = {
    { "Carolyn", COUNT (42) }, { "Craig", COUNT (30) }, { "Dana", COUNT (55) }, { "Joe", COUNT (30) },
    { "Melissa", COUNT (18) }, { "Nuno", U },           { "Petra", COUNT (24) }, { "Sam", COUNT (31) },
  };
  const AccordDistribution distribution = {
    .title = ranked ? "First meetings, ranked" : "First meetings by member",
    .unit = ACCORD_UNIT_COUNT,
    .decimals = 2,
    .target = COUNT (40),
    .ranked = ranked,
  };
  GtkWidget *chart = accord_distribution_chart_new ();

  accord_distribution_chart_set (ACCORD_DISTRIBUTION_CHART (chart), &distribution, members, G_N_ELEMENTS (members));

  return chart;
}

static GtkWidget *
create_pipeline (void)
{
  static const AccordPipelineStage stages[] = {
    { "Discovery", 12, 48000000, 3, 9000000 },
    { "Proposal", 7, 65000000, 5, 52000000 },
    { "Negotiation", 1, 12000050, 0, 0 },
    { "Verbal", 2, U, 1, U },
  };
  GtkWidget *chart = accord_pipeline_chart_new ();

  accord_pipeline_chart_set (ACCORD_PIPELINE_CHART (chart), "Open deals by stage", stages, G_N_ELEMENTS (stages), "USD", 2);

  return chart;
}

static GtkWidget *
create_line (AccordStatus status,
             gint64       actual,
             gint64       expected,
             gint64       target)
{
  static const gint64 weeks[] = { 3, 5, 4, 6, U, 7, U, 2, 9, 8, 10, 9, 12 };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *mark = accord_status_mark_new (), *worded = accord_status_mark_new ();
  GtkWidget *bar = accord_bullet_bar_new (), *spark = accord_spark_new ();

  accord_status_mark_set (ACCORD_STATUS_MARK (mark), status);
  accord_status_mark_set (ACCORD_STATUS_MARK (worded), status);
  accord_status_mark_set_with_word (ACCORD_STATUS_MARK (worded), TRUE);
  gtk_widget_set_size_request (worded, 90, -1);
  accord_bullet_bar_set (ACCORD_BULLET_BAR (bar), actual, expected, target, status);
  accord_spark_set_values (ACCORD_SPARK (spark), weeks, G_N_ELEMENTS (weeks), 8, status);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), worded);
  gtk_box_append (GTK_BOX (line), bar);
  gtk_box_append (GTK_BOX (line), spark);

  return line;
}

static void
on_texture (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *path = g_build_filename (folder, "pasted.png", NULL);

  /* What holds text only has no picture. */
  if (texture != NULL && !gdk_texture_save_to_png (texture, path))
    g_error ("The picture cannot be written");
  gtk_label_set_text (user_data, "Pasted");
}

static void
on_text (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *path = g_build_filename (folder, "pasted.txt", NULL);

  if (text == NULL || !g_file_set_contents (path, text, -1, NULL))
    g_error ("No text to paste");
  gdk_clipboard_read_texture_async (GDK_CLIPBOARD (source), NULL, on_texture, user_data);
}

static void
on_paste (GtkWidget *button,
          GtkLabel  *said)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (button), NULL, on_text, said);
}

static GtkWidget *
create_content (void)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *said = gtk_label_new ("");
  GtkWidget *button = gtk_button_new_with_label ("Paste");

  gtk_widget_set_margin_top (content, 18);
  gtk_widget_set_margin_bottom (content, 18);
  gtk_widget_set_margin_start (content, 18);
  gtk_widget_set_margin_end (content, 18);
  gtk_box_append (GTK_BOX (content), create_path ());
  gtk_box_append (GTK_BOX (content), create_line (ACCORD_STATUS_ON_TRACK, 520, 333, 500));
  gtk_box_append (GTK_BOX (content), create_line (ACCORD_STATUS_AT_RISK, 320, 333, 500));
  gtk_box_append (GTK_BOX (content), create_line (ACCORD_STATUS_BEHIND, 200, 333, 500));
  gtk_box_append (GTK_BOX (content), create_line (ACCORD_STATUS_ON_TRACK, 1200, 333, 500));
  gtk_box_append (GTK_BOX (content), create_line (ACCORD_STATUS_NONE, U, U, U));
  gtk_box_append (GTK_BOX (content), create_distribution (FALSE));
  gtk_box_append (GTK_BOX (content), create_distribution (TRUE));
  gtk_box_append (GTK_BOX (content), create_pipeline ());
  g_signal_connect (button, "clicked", G_CALLBACK (on_paste), said);
  gtk_box_append (GTK_BOX (foot), button);
  gtk_box_append (GTK_BOX (foot), said);
  gtk_box_prepend (GTK_BOX (content), foot);

  return content;
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application), *toasts = adw_toast_overlay_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_content ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), scrolled);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), toasts);
  gtk_window_set_title (GTK_WINDOW (window), "Pictures");
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 1380);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.accord.Pictures",
                                                         "flags", G_APPLICATION_NON_UNIQUE,
                                                         /* The program's style sheets. */
                                                         "resource-base-path", "/io/github/accord/Accord", NULL);

  g_assert (argc == 2);
  folder = argv[1];
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
