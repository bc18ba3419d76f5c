// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "verb.h"

namespace Decayscope {

[[nodiscard]] std::unique_ptr<Verb> makeImportVerb();
[[nodiscard]] std::unique_ptr<Verb> makeTablesVerb();
[[nodiscard]] std::unique_ptr<Verb> makeAnalysesVerb();
[[nodiscard]] std::unique_ptr<Verb> makeCompareVerb();
[[nodiscard]] std::unique_ptr<Verb> makeRunsVerb();
[[nodiscard]] std::unique_ptr<Verb> makeShowVerb();
[[nodiscard]] std::unique_ptr<Verb> makeSearchVerb();
[[nodiscard]] std::unique_ptr<Verb> makeVerifyVerb();
[[nodiscard]] std::unique_ptr<Verb> makeSuiteVerb();
[[nodiscard]] std::unique_ptr<Verb> makeTasksVerb();
[[nodiscard]] std::unique_ptr<Verb> makeEvaluateVerb();
[[nodiscard]] std::unique_ptr<Verb> makeLabelsVerb();
[[nodiscard]] std::unique_ptr<Verb> makeFigureVerb();
[[nodiscard]] std::unique_ptr<Verb> makeBundleVerb();
[[nodiscard]] std::unique_ptr<Verb> makeReportVerb();
[[nodiscard]] std::unique_ptr<Verb> makeStoreVerb();

} // namespace Decayscope
