/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The import of a large file of opportunities, beside floors of the same run: the file parsed and put into a table with a
 * key by a bare loop; and the same rows put into the workspace's own tables, with their indexes and the stage history, by a
 * bare loop. CPU time and peak memory, each in a process of its own. It prints; it judges nothing.
 *
 *   bench-import [MEGABYTES]
 */
#include <csv.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "accord-import-apply.h"
#include "timing.h"

#define TODAY accord_date_new (2026, 11, 23)
#define OWNERS 2000

static char *folder, *csv_path, *workspace_path, *floor_path;

static void
write_file (guint megabytes)
{
  static const char *const stages[] = { "Prospecting", "Qualified", "Proposal", "Negotiation", "Closed Won", "Closed Lost" };
  static const char *const words[] = { "call", "again", "budget", "approved by \"\"Procurement\"\"", "legal\nreview", "Müller" };
  FILE *file = fopen (csv_path, "w");
  guint32 state = 99;
  guint rows = 0;

  fputs ("Deal ID,Owner,Account,Stage,Amount,Created,Close date,Last note\r\n", file);
  while (ftell (file) < (long) megabytes * 1000000)
    {
      guint r[6];

      for (guint i = 0; i < 6; i++)
        r[i] = (state = state * 1664525u + 1013904223u) >> 7;
      fprintf (file, "D-%08u,Person %04u,\"Account %u, Inc.\",%s,%u.%02u,2023-%02u-%02u,2024-%02u-%02u,\"", rows++, r[0] % OWNERS,
               r[1] % 50000, stages[r[2] % 6], r[3] % 200000, r[3] % 100, 1 + r[4] % 12, 1 + r[4] % 28, 1 + r[5] % 12, 1 + r[5] % 28);
      for (guint i = 0; i < r[0] % 16; i++)
        fprintf (file, "%s ", words[(r[1] + i) % 6]);
      fputs ("\"\r\n", file);
    }
  g_print ("%u rows, %u MB\n", rows, megabytes);
  fclose (file);
}

/* A bare loop: the cells of a row go to the statement's parameters when the row ends. */
typedef struct
{
  sqlite3_stmt *statements[2];
  GPtrArray *cells;
  gboolean header;
  gint64 id;
} Loop;

static void
on_cell (void  *bytes,
         size_t length,
         void  *data)
{
  g_ptr_array_add (((Loop *) data)->cells, g_strndup (bytes, length));
}

static void
on_row (int   terminator,
        void *data)
{
  Loop *loop = data;
  char **cells = (char **) loop->cells->pdata;

  if (!loop->header && loop->cells->len == 8)
    {
      const char *state = g_str_equal (cells[3], "Closed Won") ? "won" : g_str_equal (cells[3], "Closed Lost") ? "lost" : "open";
      sqlite3_stmt *row = loop->statements[0], *seen = loop->statements[1];

      loop->id++;
      sqlite3_bind_int64 (row, 1, loop->id);
      sqlite3_bind_text (row, 2, cells[0], -1, SQLITE_STATIC);
      sqlite3_bind_int (row, 3, atoi (cells[1] + 7) + 1);
      sqlite3_bind_text (row, 4, cells[2], -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 5, cells[3], -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 6, state, -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 7, cells[5], -1, SQLITE_STATIC);
      sqlite3_bind_text (row, 8, cells[6], -1, SQLITE_STATIC);
      sqlite3_bind_int64 (row, 9, (gint64) (g_ascii_strtod (cells[4], NULL) * 100 + 0.5));
      if (sqlite3_step (row) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (row)));
      sqlite3_reset (row);
      if (seen != NULL)
        {
          sqlite3_bind_int64 (seen, 1, loop->id);
          sqlite3_bind_text (seen, 2, cells[3], -1, SQLITE_STATIC);
          sqlite3_bind_text (seen, 3, state, -1, SQLITE_STATIC);
          if (sqlite3_step (seen) != SQLITE_DONE)
            g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (seen)));
          sqlite3_reset (seen);
        }
    }
  loop->header = FALSE;
  g_ptr_array_set_size (loop->cells, 0);
}

static void
run_loop (const char *path,
          const char *before,
          const char *row_sql,
          const char *seen_sql)
{
  Loop loop = { .cells = g_ptr_array_new_with_free_func (g_free), .header = TRUE };
  struct csv_parser parser;
  sqlite3 *database;
  g_autofree char *contents = NULL;
  gsize length;

  if (sqlite3_open (path, &database) != SQLITE_OK || sqlite3_exec (database, before, NULL, NULL, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (database, row_sql, -1, &loop.statements[0], NULL) != SQLITE_OK
      || (seen_sql != NULL && sqlite3_prepare_v2 (database, seen_sql, -1, &loop.statements[1], NULL) != SQLITE_OK))
    g_error ("%s", sqlite3_errmsg (database));
  g_file_get_contents (csv_path, &contents, &length, NULL);
  csv_init (&parser, 0);
  csv_parse (&parser, contents, length, on_cell, on_row, &loop);
  csv_fini (&parser, on_cell, on_row, &loop);
  sqlite3_finalize (loop.statements[0]);
  sqlite3_finalize (loop.statements[1]);
  if (sqlite3_exec (database, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_close (database);
  csv_free (&parser);
  g_ptr_array_unref (loop.cells);
}

static void
run_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCsv) csv = accord_csv_load (csv_path, NULL, NULL, &error);

  timing_must (csv != NULL, error);
}

static void
run_typed_upsert (void)
{
  run_loop (floor_path,
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072;"
            "CREATE TABLE deal (n INT, id TEXT PRIMARY KEY, owner INT, account TEXT, stage TEXT, state TEXT, created TEXT,"
            " closed TEXT, amount INT); BEGIN",
            "INSERT INTO deal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET stage = excluded.stage,"
            " state = excluded.state, closed = excluded.closed, amount = excluded.amount",
            NULL);
}

/* The workspace's tables as they are made, but their CHECKs, which a bare loop would not need. */
static void
run_own_tables (void)
{
  run_loop (workspace_path, "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; BEGIN",
            "INSERT INTO opportunity (id, external, member, account, product, stage, state, created, closed, amount)"
            " VALUES (?1, ?2, ?3, ?4, '', ?5, ?6, ?7, ?8, ?9)",
            "INSERT INTO stage_observation (opportunity, observed, stage, state) VALUES (?1, '2026-11-23', ?2, ?3)");
}

static void
run_import (gboolean carry_out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) workspace = accord_workspace_open (workspace_path, ACCORD_OPEN_DEFAULT, &error);
  g_autoptr (AccordImportOptions) options = accord_import_options_new ();
  g_autoptr (AccordImportSnapshot) snapshot = NULL;
  g_autoptr (AccordImportPlan) plan = NULL;
  g_autoptr (AccordCsv) csv = NULL;

  timing_must (workspace != NULL, error);
  options->create_members = TRUE;
  csv = accord_csv_load (csv_path, NULL, NULL, &error);
  timing_must (csv != NULL, error);
  snapshot = accord_import_snapshot_new (workspace, ACCORD_IMPORT_KIND_OPPORTUNITIES, TODAY, &error);
  timing_must (snapshot != NULL, error);
  plan = accord_import_plan_new (snapshot, csv, options, NULL, NULL, NULL, &error);
  timing_must (plan != NULL && accord_import_plan_get_problem (plan) == NULL, error);
  if (carry_out)
    timing_must (accord_import_apply (workspace, plan, "bench.csv", NULL, &error), error);
}

static void
run_plan (void)
{
  run_import (FALSE);
}

static void
run_all (void)
{
  run_import (TRUE);
}

/* What the first rows come to, seen while the rest is still being read. */
static void
run_preview (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordWorkspace) workspace = accord_workspace_open (workspace_path, ACCORD_OPEN_DEFAULT, &error);
  g_autoptr (AccordImportOptions) options = accord_import_options_new ();
  g_autoptr (AccordImportSnapshot) snapshot = NULL;
  double times[21];

  timing_must (workspace != NULL, error);
  snapshot = accord_import_snapshot_new (workspace, ACCORD_IMPORT_KIND_OPPORTUNITIES, TODAY, &error);
  timing_must (snapshot != NULL, error);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AccordCsv) csv = accord_csv_load_head (csv_path, NULL, NULL, &error);
      g_autoptr (AccordImportPlan) plan = NULL;

      timing_must (csv != NULL, error);
      plan = accord_import_plan_new (snapshot, csv, options, NULL, NULL, NULL, &error);
      timing_must (plan != NULL && accord_import_plan_get_n_lines (plan) >= 100, error);
      times[i] = (double) (g_get_monotonic_time () - start) / 1e3;
    }
  g_print ("  preview of the first rows: median %.1f ms\n", timing_median (times, G_N_ELEMENTS (times)));
}

static void
make_workspace (void)
{
  g_autoptr (AccordSettings) settings = accord_settings_new ();
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  g_remove (workspace_path);
  accord_settings_set_name (settings, "Team");
  accord_settings_set_currency (settings, "USD");
  accord_settings_set_fiscal_start (settings, 1);
  workspace = accord_workspace_create (workspace_path, settings, &error);
  timing_must (workspace != NULL, error);
  accord_workspace_close (workspace);
}

static double
measure (const char *what,
         void (*run) (void),
         double floor_time)
{
  struct rusage usage;
  double seconds;
  pid_t child;
  int status;

  make_workspace ();
  g_remove (floor_path);
  child = fork ();
  if (child == 0)
    {
      run ();
      _exit (0);
    }
  if (wait4 (child, &status, 0, &usage) < 0 || status != 0)
    g_error ("%s failed", what);
  seconds = (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  g_print ("  %-56s %6.2f s  %5.2fx  %5ld MB\n", what, seconds, floor_time > 0 ? seconds / floor_time : 1.0,
           usage.ru_maxrss / 1024);

  return seconds;
}

int
main (int    argc,
      char **argv)
{
  double floor_time;

  folder = g_dir_make_tmp ("accord-bench-XXXXXX", NULL);
  csv_path = g_build_filename (folder, "deals.csv", NULL);
  workspace_path = g_build_filename (folder, "team.accord", NULL);
  floor_path = g_build_filename (folder, "floor.db", NULL);
  write_file (argc > 1 ? (guint) atoi (argv[1]) : 100);

  floor_time = measure ("floor: parse and typed upsert, one key", run_typed_upsert, 0);
  measure ("floor: parse and insert, the workspace's tables", run_own_tables, floor_time);
  measure ("parse alone", run_parse, floor_time);
  measure ("the plan: detection, validation, every row judged", run_plan, floor_time);
  measure ("the import: plan, history, hashes, what takes it back", run_all, floor_time);
  make_workspace ();
  run_preview ();

  g_remove (csv_path);
  g_remove (workspace_path);
  g_remove (floor_path);
  g_rmdir (folder);

  return 0;
}
