// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "agreementreport.h"

namespace Decayscope {

/// What must be said beside the numbers of a report that is finished otherwise; `clusters` are the tasks of its pairs.
[[nodiscard]] QStringList agreementNotes(const AgreementReport &report, const AgreementRequest &request, int clusters);

} // namespace Decayscope
