/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-types.h"

G_DEFINE_QUARK (accord-number-error-quark, accord_number_error)
