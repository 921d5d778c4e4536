/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-apply.h"
#include "accord-import-lines.h"
#include "accord-import-mappings.h"
#include "accord-import-reading.h"
#include "accord-import-ticker.h"
#include "accord-import-window.h"

G_BEGIN_DECLS

/* Private to accord-import-window*.c: what the window is made of, and the doors between the files it is written in. */

struct _AccordImportWindow
{
  AdwWindow parent_instance;

  AccordWorkspace *workspace;
  AccordImportKind kind;
  AccordImportKind expected; /* when it was opened */
  gboolean updating;
  char *path;
  GCancellable *look; /* set while it is looked at what kind of file it is */
  AccordImportSnapshot *snapshot; /* NULL where the workspace has changed since */
  AccordCsv *csv;                 /* as it was read last, … */
  char *encoding;                 /* … with this choice of encoding … */
  char *delimiter;                /* … and of delimiter */
  AccordImportPlan *plan;         /* the last one that was made; may not follow the latest choice */
  GError *error;                  /* why there is none */
  GCancellable *cancellable;      /* set while a plan is being made */
  GCancellable *storing;          /* set while it is carried out */
  AccordImportTicker *ticker;
  guint pause_source;
  guint patience_source;
  gboolean stopped; /* by the user: what is shown does not follow the latest choice */
  char *message;    /* what was stored, once it was */

  AdwWindowTitle *title;
  AdwFlap *flap;
  GtkButton *cancel_button;
  GtkButton *import_button;
  GtkScrolledWindow *settings;
  AdwPreferencesGroup *kind_group;
  AdwComboRow *kind_row;
  AccordImportReading *reading;
  AccordImportMappings *mappings;
  AdwPreferencesGroup *findings_group;
  GtkLabel *findings_label;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;
  GtkButton *again_button;
  GtkButton *save_button;
  GtkLabel *summary_label;
  GtkBox *notices_box;
  GtkLabel *notices_label;
  GtkStack *stack;
  AccordImportLines *lines;
  AdwStatusPage *problem_page;
};

/* accord-import-window.c */
void accord_import_window_update (AccordImportWindow *self);
void accord_import_window_update_summary (AccordImportWindow *self);
void accord_import_window_update_button (AccordImportWindow *self);
/* Makes the plan anew, unless something else is chosen before. */
void accord_import_window_plan_after (AccordImportWindow *self,
                                      guint               pause_ms);
/* Nobody waits any more for what was being found out. */
void accord_import_window_stop (AccordImportWindow *self);
/* What the plan went by has changed. */
void accord_import_window_forget_snapshot (AccordImportWindow *self);
/* The progress bar comes, with that name, where the work takes longer; until the run ends. */
void accord_import_window_begin_progress (AccordImportWindow *self,
                                          const char         *name);
void accord_import_window_show_progress (double   fraction,
                                         gpointer user_data);
void accord_import_window_end_run (AccordImportWindow *self);

/* accord-import-window-kind.c */
void accord_import_window_set_kind (AccordImportWindow *self,
                                    AccordImportKind    kind);
void accord_import_window_kind_changed (AccordImportWindow *self);
void accord_import_window_forget_plan (AccordImportWindow *self);
/* Looks at what kind of file it is, one that has not been looked at yet. */
void accord_import_window_look (AccordImportWindow *self);

/* accord-import-window-storing.c */
void accord_import_window_import_clicked (AccordImportWindow *self);

G_END_DECLS
