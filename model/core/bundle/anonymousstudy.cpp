// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "anonymousstudy.h"

#include "anonymouslabels.h"

#include <map>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Reasons are free text; which runs share one stays visible.
void numberReasons(std::vector<Run> &runs)
{
    std::map<QString, QString> numbered;
    for (auto &run : runs) {
        if (!run.exclusion)
            continue;
        const auto next = u"reason %1"_s.arg(numbered.size() + 1);
        run.exclusion = numbered.try_emplace(*run.exclusion, next).first->second;
    }
}

StudySnapshot anonymousSnapshot(const StudySnapshot &study, const WordMask &mask)
{
    StudySnapshot anonymous{.path = {},
        .name = {},
        .storeId = {},
        .isSample = study.isSample,
        .isReadOnly = study.isReadOnly,
        .revision = study.revision,
        .runs = study.runs,
        .styles = study.styles};
    numberReasons(anonymous.runs);
    for (auto &style : anonymous.styles)
        style.displayName = mask.masked(style.displayName);
    return anonymous;
}

} // namespace

StudyData anonymousStudy(const StudyData &data, const WordMask &mask)
{
    auto study = std::make_shared<const StudySnapshot>(anonymousSnapshot(*data.study, mask));
    auto labels = std::make_shared<const LabelBook>(anonymousLabels(*data.labels, study->runs, mask));
    return {.study = std::move(study), .labels = std::move(labels)};
}

} // namespace Decayscope
