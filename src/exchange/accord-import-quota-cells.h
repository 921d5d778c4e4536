/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-import-names.h"

G_BEGIN_DECLS

/* What a file says of quotas, cell by cell, against what is stored and what the file has said before. */

#define ACCORD_IMPORT_QUARTERS 4

typedef struct
{
  gint64 member;
  AccordDate starts;
  AccordGrain grain;
} AccordImportQuotaKey;

/* What the file says of a member's period. */
typedef struct
{
  AccordMember *member; /* borrowed */
  AccordDate starts;
  AccordGrain grain;    /* a year as it was given, split only when it is stored */
  gint64 amount;
} AccordImportQuotaCell;

typedef struct
{
  AccordMember *member; /* borrowed */
  gint64 amount;
  guint line;
} AccordImportQuotaPlanned;

/* A cell that was taken in. */
typedef struct
{
  AccordImportQuotaKey key;
  guint line; /* which of the plan's lines */
} AccordImportQuotaTaken;

typedef struct
{
  AccordImportWork *work;
  GHashTable *stored;   /* AccordImportQuotaKey to AccordQuota of the snapshot */
  GHashTable *planned;  /* AccordImportQuotaKey, years too, to AccordImportQuotaPlanned */
  GArray *taken;        /* of AccordImportQuotaTaken */
  GArray *columns;      /* of guint: those of the amounts */
  gboolean wide;        /* each of them a period */
  AccordImportNames *names;
  gboolean foreign_currency;
} AccordImportQuotas;

typedef enum
{
  ACCORD_IMPORT_QUOTA_ADD,
  ACCORD_IMPORT_QUOTA_UPDATE,
  ACCORD_IMPORT_QUOTA_SAME,
  ACCORD_IMPORT_QUOTA_THERE,
  ACCORD_IMPORT_QUOTA_REPEATED,
  ACCORD_IMPORT_QUOTA_REFUSED,
} AccordImportQuotaState;

guint accord_import_quota_key_hash (gconstpointer data);
gboolean accord_import_quota_key_equal (gconstpointer a,
                                        gconstpointer b);
AccordImportQuotaKey *accord_import_quota_key_new (gint64      member,
                                                   AccordDate  starts,
                                                   AccordGrain grain);

/* The cell's period, for reading. (transfer full) */
char *accord_import_quotas_format_period (AccordImportQuotas          *self,
                                          const AccordImportQuotaCell *cell);

/* What the file has said before of periods that lie in the cell's, or that it lies in. same_quarters: which would be stored
 * in the same place; else which count beside it. NULL for nothing. */
const AccordImportQuotaPlanned *accord_import_quotas_find_clash (AccordImportQuotas          *self,
                                                                 const AccordImportQuotaCell *cell,
                                                                 gboolean                     same_quarters);

/* What will become of the cell; changes nothing. reason is set where there is something to say. */
AccordImportQuotaState accord_import_quotas_judge (AccordImportQuotas          *self,
                                                   const AccordImportQuotaCell *cell,
                                                   char                       **reason);

/* Takes the cell of the line that is added next in: it, or with it the sum, will be stored. */
void accord_import_quotas_take (AccordImportQuotas          *self,
                                const AccordImportQuotaCell *cell,
                                guint                        line);

/* Where rows add up, once all are taken in: compares the sums with what is stored. A sum that is stored already is not put
 * again, and a line without another cell is skipped. */
void accord_import_quotas_settle (AccordImportQuotas *self);

/* Puts the members that rows which go in need, then the quotas, in an order that does not depend on chance. */
void accord_import_quotas_put (AccordImportQuotas *self);

G_END_DECLS
