/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-deal.h"

#include "accord-cell-text.h"
#include "accord-money.h"

#include <glib/gi18n.h>

struct _AccordDeal
{
  GObject parent_instance;

  gint64 id;
  char *account;
  char *product;
  char *owner;
  char *stage;
  int position;
  gint64 days;
  gboolean at_least;
  AccordRate median;
  gint64 amount;
  AccordDate expected;
  gboolean aged;
  gboolean past;
  char *currency; /* a GRefString, as one for all of a list */
  int decimals;
};

G_DEFINE_FINAL_TYPE (AccordDeal, accord_deal, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_PRODUCT,
  PROP_OWNER,
  PROP_STAGE,
  PROP_STAGE_POSITION,
  PROP_DAYS,
  PROP_DAYS_TEXT,
  PROP_MEDIAN,
  PROP_MEDIAN_TEXT,
  PROP_AMOUNT,
  PROP_AMOUNT_TEXT,
  PROP_EXPECTED,
  PROP_EXPECTED_TEXT,
  PROP_AGED,
  PROP_PAST,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static char *
format_days (AccordDeal *self)
{
  if (self->days < 0)
    return g_strdup (_("n/a"));

  if (self->at_least)
    /* Translators: days that a deal has been in its stage; it was there before anybody looked. */
    return g_strdup_printf (_("at least %d"), (int) self->days);

  return g_strdup_printf ("%d", (int) self->days);
}

static char *
format_expected (AccordDeal *self)
{
  return self->expected != ACCORD_DATE_NONE ? accord_date_format (self->expected) : g_strdup (_("n/a"));
}

static char *
format_median (AccordDeal *self)
{
  return accord_rate_format_number (self->median, self->median == ACCORD_UNKNOWN || self->median % ACCORD_RATE_ONE == 0 ? 0 : 1);
}

static char *
format_amount (AccordDeal *self)
{
  return accord_money_format (self->amount, self->currency, self->decimals);
}

static void
accord_deal_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AccordDeal *self = ACCORD_DEAL (object);

  switch (id)
    {
    case PROP_ACCOUNT:
      g_value_set_string (value, self->account);
      break;
    case PROP_PRODUCT:
      g_value_set_string (value, self->product);
      break;
    case PROP_OWNER:
      g_value_set_string (value, self->owner);
      break;
    case PROP_STAGE:
      g_value_set_string (value, self->stage);
      break;
    case PROP_STAGE_POSITION:
      g_value_set_int (value, self->position);
      break;
    case PROP_DAYS:
      g_value_set_int64 (value, self->days);
      break;
    case PROP_DAYS_TEXT:
      g_value_take_string (value, format_days (self));
      break;
    case PROP_MEDIAN:
      g_value_set_int64 (value, MAX (self->median, -1));
      break;
    case PROP_MEDIAN_TEXT:
      g_value_take_string (value, format_median (self));
      break;
    case PROP_AMOUNT:
      g_value_set_int64 (value, self->amount);
      break;
    case PROP_AMOUNT_TEXT:
      g_value_take_string (value, format_amount (self));
      break;
    case PROP_EXPECTED:
      g_value_set_int (value, self->expected);
      break;
    case PROP_EXPECTED_TEXT:
      g_value_take_string (value, format_expected (self));
      break;
    case PROP_AGED:
      g_value_set_boolean (value, self->aged);
      break;
    case PROP_PAST:
      g_value_set_boolean (value, self->past);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
accord_deal_finalize (GObject *object)
{
  AccordDeal *self = ACCORD_DEAL (object);

  g_free (self->account);
  g_ref_string_release (self->product);
  g_ref_string_release (self->owner);
  g_ref_string_release (self->stage);
  g_ref_string_release (self->currency);

  G_OBJECT_CLASS (accord_deal_parent_class)->finalize (object);
}

static GParamSpec *
text_spec (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
number_spec (const char *name)
{
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
whole_spec (const char *name)
{
  return g_param_spec_int (name, NULL, NULL, -1, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
mark_spec (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
accord_deal_class_init (AccordDealClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = accord_deal_finalize;
  object_class->get_property = accord_deal_get_property;

  properties[PROP_ACCOUNT] = text_spec ("account");
  properties[PROP_PRODUCT] = text_spec ("product");
  properties[PROP_OWNER] = text_spec ("owner");
  properties[PROP_STAGE] = text_spec ("stage");
  properties[PROP_STAGE_POSITION] = whole_spec ("stage-position");
  properties[PROP_DAYS] = number_spec ("days");
  properties[PROP_DAYS_TEXT] = text_spec ("days-text");
  properties[PROP_MEDIAN] = number_spec ("median");
  properties[PROP_MEDIAN_TEXT] = text_spec ("median-text");
  properties[PROP_AMOUNT] = number_spec ("amount");
  properties[PROP_AMOUNT_TEXT] = text_spec ("amount-text");
  properties[PROP_EXPECTED] = whole_spec ("expected");
  properties[PROP_EXPECTED_TEXT] = text_spec ("expected-text");
  properties[PROP_AGED] = mark_spec ("aged");
  properties[PROP_PAST] = mark_spec ("past");
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
accord_deal_init (AccordDeal *self)
{
}

AccordDeal *
accord_deal_new (const AccordOpenDeal *deal,
                 const char           *owner,
                 int                   position,
                 AccordDate            today,
                 const char           *currency,
                 int                   decimals)
{
  const AccordOpportunity *opportunity = deal->opportunity;
  const AccordStage *stage = deal->stay.stage;
  AccordDeal *self = g_object_new (ACCORD_TYPE_DEAL, NULL);

  self->id = opportunity->id;
  self->account = g_strdup (opportunity->account);
  self->product = g_ref_string_new_intern (opportunity->product);
  self->owner = g_ref_string_new_intern (owner);
  self->stage = g_ref_string_new_intern (opportunity->stage);
  self->position = position;
  self->days = stage != NULL ? deal->stay.days : -1;
  self->at_least = deal->stay.at_least;
  self->median = stage != NULL ? stage->median : ACCORD_UNKNOWN;
  self->amount = opportunity->amount;
  self->expected = opportunity->closed;
  self->aged = stage != NULL && deal->stay.aged;
  self->past = opportunity->closed != ACCORD_DATE_NONE && opportunity->closed < today;
  self->currency = g_ref_string_new_intern (currency);
  self->decimals = decimals;

  return self;
}

gint64
accord_deal_get_id (AccordDeal *self)
{
  g_return_val_if_fail (ACCORD_IS_DEAL (self), 0);

  return self->id;
}

const char *
accord_deal_get_account (AccordDeal *self)
{
  g_return_val_if_fail (ACCORD_IS_DEAL (self), NULL);

  return self->account;
}

char *
accord_deal_dup_head (void)
{
  const char *const columns[] = { _("Account"),        _("Product"),      _("Owner"), _("Stage"), _("Days in Stage"),
                                  _("Stage’s Median"), C_ ("deal", "Aged"), _("Amount"), _("Expected Close"), NULL };

  return g_strjoinv ("\t", (char **) columns);
}

char *
accord_deal_dup_line (AccordDeal *self)
{
  g_autofree char *days = NULL, *median = NULL, *amount = NULL, *expected = NULL;
  g_autofree char *account = NULL, *product = NULL, *owner = NULL, *stage = NULL;

  g_return_val_if_fail (ACCORD_IS_DEAL (self), NULL);

  account = accord_text_to_cell (self->account);
  product = accord_text_to_cell (self->product);
  owner = accord_text_to_cell (self->owner);
  stage = accord_text_to_cell (self->stage);
  days = format_days (self);
  median = format_median (self);
  amount = format_amount (self);
  expected = format_expected (self);

  return g_strjoin ("\t", account, product, owner, stage, days, median, self->aged ? C_ ("deal", "aged") : "", amount,
                    expected, NULL);
}
