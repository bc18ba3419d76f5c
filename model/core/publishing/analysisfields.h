// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fieldreader.h"

#include <analyses/analysis.h>

namespace Decayscope {

/// What was chosen of an analysis besides filter and score, as a recipe keeps it.
[[nodiscard]] QJsonObject analysisJson(const AnalysisRequest &request);

void takeAnalysis(FieldReader fields, AnalysisRequest &request);

} // namespace Decayscope
