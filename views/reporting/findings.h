// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reportcontext.h"

#include <figures/figurebuilder.h>

namespace Decayscope {

/// The mean drop of the runs that are reported.
[[nodiscard]] DecayHeadline headlineOf(const ReportContext &context);

/// The drop from L0 to L3 with what it is a mean of; or why there is none.
[[nodiscard]] QString headlineSentence(const ReportContext &context);

/// What came out besides, a sentence each: constraints, frameworks, verifiers, endings, failures, agreement. Those of
/// which there is nothing are left out.
[[nodiscard]] QStringList findings(const ReportContext &context);

} // namespace Decayscope
