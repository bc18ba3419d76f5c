// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysisrows.h"
#include "regressionfiles.h"
#include "regressiontable.h"

namespace Decayscope {

namespace {

FittedRegression fitted(const RegressionKind &kind, const TableContext &context)
{
    auto model = regressionModel(context);
    if (!model)
        return {.kind = kind, .model = {}, .fit = std::unexpected(model.error())};
    model->data.outcome = kind.isLogistic ? model->success : model->share;
    auto fit = kind.fit(model->data);
    return {.kind = kind, .model = std::move(*model), .fit = std::move(fit)};
}

template <std::size_t Number>
Analysis makeRegression(const StudySnapshot &study, const AnalysisRequest &request)
{
    const TableContext context(study,
        {.filter = request.filter,
            .mode = request.mode,
            .verifiers = request.verifiers,
            .labels = {},
            .by = {},
            .against = {}});
    const auto regression = fitted(regressionKinds().at(Number), context);
    return {.table = regressionTable(regression, context),
        .figure = regressionFigure(regression, context),
        .files = regressionFiles(regression, context.runs())};
}

template <std::size_t Number>
AnalysisRow rowOfRegression()
{
    const auto &kind = regressionKinds().at(Number);
    return {.info = {.name = kind.name,
                .title = kind.title,
                .description = kind.description,
                .group = AnalysisGroup::Regression,
                .options = {AnalysisOption::Score},
                .card = kind.card},
        .make = makeRegression<Number>};
}

} // namespace

AnalysisRow mixedLogisticRow()
{
    return rowOfRegression<0>();
}

AnalysisRow clusteredLogisticRow()
{
    return rowOfRegression<1>();
}

AnalysisRow mixedLinearRow()
{
    return rowOfRegression<2>();
}

AnalysisRow clusteredLinearRow()
{
    return rowOfRegression<3>();
}

} // namespace Decayscope
