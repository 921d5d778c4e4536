/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AccordNewWorkspaceDialog:
 *
 * Asks for what a workspace cannot do without: the team's name, its currency, the month its plan year starts in. Emits
 * "created" with the open AccordWorkspace, which lies in the default place or, where one is there already, beside it
 * under the team's name.
 */
#define ACCORD_TYPE_NEW_WORKSPACE_DIALOG (accord_new_workspace_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordNewWorkspaceDialog, accord_new_workspace_dialog, ACCORD, NEW_WORKSPACE_DIALOG, AdwWindow)

AccordNewWorkspaceDialog *accord_new_workspace_dialog_new (GtkWindow *parent);

G_END_DECLS
