/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-record.h"

G_BEGIN_DECLS

/**
 * AccordAccount:
 *
 * An account that the team has looked at: one that is ideal, or one that is not and has a note why. Opportunities know their
 * account by its name alone; accord-name.h says when two names are one.
 */
#define ACCORD_TYPE_ACCOUNT (accord_account_get_type ())
G_DECLARE_FINAL_TYPE (AccordAccount, accord_account, ACCORD, ACCOUNT, AccordRecord)

AccordAccount *accord_account_new (void);

/* As opportunities have it. One record a name. */
ACCORD_DECLARE_TEXT (AccordAccount, accord_account, name)
/* Whether the team wants to spend its effort there. */
ACCORD_DECLARE_VALUE (AccordAccount, accord_account, ideal, gboolean)
ACCORD_DECLARE_TEXT (AccordAccount, accord_account, note)

G_END_DECLS
