// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisfields.h"

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr double mostSeed = 9'007'199'254'740'992.0; ///< Up to here JSON's numbers are whole.

} // namespace

QJsonObject analysisJson(const AnalysisRequest &request)
{
    return {{u"draws"_s, request.plan.draws}, {u"seed"_s, static_cast<double>(request.plan.seed)},
        {u"adjustment"_s, nameOfChoice(request.adjustment, adjustmentChoices)}, {u"difference"_s, request.difference},
        {u"power"_s, request.power}, {u"significance"_s, request.significance}};
}

void takeAnalysis(FieldReader fields, AnalysisRequest &request)
{
    double draws = request.plan.draws;
    double seed = static_cast<double>(request.plan.seed);
    fields.number(u"draws", draws, 1, mostDraws);
    fields.number(u"seed", seed, 0, mostSeed);
    fields.choice(u"adjustment", request.adjustment, adjustmentChoices);
    fields.number(u"difference", request.difference, 0, 100);
    fields.number(u"power", request.power, 0, 1);
    fields.number(u"significance", request.significance, 0, 1);
    fields.refuseOthers();
    request.plan = {.draws = static_cast<int>(draws), .seed = static_cast<quint64>(seed)};
}

} // namespace Decayscope
