/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "accord-workspace.h"

G_BEGIN_DECLS

/* Adds members, one after the other: a name and Enter, while role and territory stay for the next. */
#define ACCORD_TYPE_ADD_MEMBER_DIALOG (accord_add_member_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AccordAddMemberDialog, accord_add_member_dialog, ACCORD, ADD_MEMBER_DIALOG, AdwWindow)

AccordAddMemberDialog *accord_add_member_dialog_new (GtkWindow       *parent,
                                                     AccordWorkspace *workspace);

G_END_DECLS
