/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cli-command.h"

#include <glib/gi18n.h>

#include "accord-cli-interrupt.h"
#include "accord-export.h"
#include "accord-member.h"
#include "accord-name.h"

/* Opens it even if it is damaged: then what can be read is exported, and one is told. */
static AccordWorkspace *
open_workspace (const AccordCliCommand *command,
                const char             *path,
                GError                **error)
{
  g_autoptr (GError) fault = NULL;
  AccordWorkspace *workspace = accord_workspace_open (path, ACCORD_OPEN_READ_ONLY, &fault);

  if (workspace != NULL)
    return workspace;
  if (!g_error_matches (fault, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  workspace = accord_workspace_open (path, ACCORD_OPEN_READ_ONLY | ACCORD_OPEN_DAMAGED, error);
  if (workspace != NULL)
    accord_cli_note (command, _("%s is damaged: only what can still be read is exported"), path);

  return workspace;
}

static gint64
find_member (AccordWorkspace *workspace,
             const char      *name)
{
  GListModel *members = accord_workspace_get_list (workspace, ACCORD_TYPE_MEMBER);

  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (AccordMember) member = g_list_model_get_item (members, i);

      if (accord_name_equal (accord_member_get_name (member), name))
        return accord_record_get_id (ACCORD_RECORD (member));
    }

  return 0;
}

static int
run (const AccordCliCommand *command,
     char                  **argv)
{
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
    { "member", 0, 0, G_OPTION_ARG_FILENAME, &name, N_ ("Only what is held on this member"), N_ ("NAME") },
    { NULL }
  };
  g_autoptr (AccordWorkspace) workspace = NULL;
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GError) error = NULL;
  gint64 member = 0;

  if (!accord_cli_parse (command, &argv, entries))
    return ACCORD_CLI_MISUSE;
  if (!accord_cli_require_text (command, "--member", name))
    return ACCORD_CLI_FAULT;

  cancellable = accord_cli_catch_interrupt ();
  workspace = open_workspace (command, argv[1], &error);
  if (workspace == NULL)
    return accord_cli_file_fault (command, argv[1], error);
  if (name != NULL && (member = find_member (workspace, name)) == 0)
    return accord_cli_fault (command, _("there is no member “%s” in %s; “accord-cli list %s members” names them all"), name,
                             argv[1], argv[1]);
  if (!accord_export_write (workspace, argv[2], member, cancellable, &error))
    return accord_cli_file_fault (command, g_error_matches (error, ACCORD_EXPORT_ERROR, ACCORD_EXPORT_ERROR_EXISTS)
                                             || g_error_matches (error, ACCORD_EXPORT_ERROR, ACCORD_EXPORT_ERROR_WRITE)
                                           ? argv[2]
                                           : argv[1],
                                  error);

  return ACCORD_CLI_DONE;
}

const AccordCliCommand accord_cli_export = {
  .name = "export",
  .arguments = "FILE DIR",
  .n_required = 2,
  .summary = N_ ("Write everything, or everything held on one member, as CSV and JSON"),
  .details = N_ ("DIR must not be there yet, or be empty. README.txt in it tells what the columns are."),
  .run = run,
};
