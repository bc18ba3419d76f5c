// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelsample.h"

#include "resultsfolder.h"

namespace Decayscope::Test {

Sample aTrialSample(int items, bool blind)
{
    Sample sample;
    sample.design.title = QStringLiteral("First round");
    sample.design.blind = blind;
    sample.design.annotators = {QStringLiteral("ada")};
    sample.codebook = studyCodebook().id;
    AnnotatorQueue queue{.annotator = QStringLiteral("ada"), .order = {}};
    for (int item = 0; item < items; ++item) {
        RunOnDisk run;
        run.trial = item;
        sample.items.push_back({.target = {.runtime = QStringLiteral("uv"),
                                    .configuration = {.scaffold = QStringLiteral("mini_swe_sdk"), .model = run.model},
                                    .task = run.framework + QStringLiteral("-openapi-unconstrained"),
                                    .trial = item,
                                    .date = run.date},
            .stratum = 0,
            .weight = 1,
            .family = {}});
        queue.order.push_back({.item = item, .occurrence = 0});
    }
    queue.order.push_back({.item = 0, .occurrence = 1});
    sample.queues = {queue};
    return sealed(sample);
}

Label aJournalLabel(const QString &code)
{
    return {.code = code,
        .subcode = {},
        .codebook = {},
        .version = 0,
        .confidence = 2,
        .memo = {},
        .evidence = {},
        .blind = true};
}

} // namespace Decayscope::Test
