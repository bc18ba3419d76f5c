// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "somelabels.h"

#include <store/durably.h>
#include <store/labelstore.h>

namespace Decayscope::Test {

Sample aFrozenSample(int items)
{
    Sample sample;
    sample.design.title = QStringLiteral("First round");
    sample.codebook = studyCodebook().id;
    for (int item = 0; item < items; ++item)
        sample.items.push_back(
            {.target = {.runtime = QStringLiteral("uv"),
                 .configuration = {.scaffold = QStringLiteral("mini_swe_sdk"), .model = QStringLiteral("gpt-x")},
                 .task = QStringLiteral("flask-openapi-unconstrained"),
                 .trial = item,
                 .date = {}},
                .stratum = 0,
                .weight = 1,
                .family = {}});
    return sealed(sample);
}

Codebook aSecondVersion()
{
    Code code;
    code.name = QStringLiteral("evaluation_fault");
    return withCode(studyCodebook(), code, {.name = QStringLiteral("Ada"), .reason = {}, .time = {}}).value();
}

Label aStudyLabel(const QString &code, bool blind)
{
    return {.code = code,
        .subcode = {},
        .codebook = studyCodebook().id,
        .version = 1,
        .confidence = 2,
        .memo = {},
        .evidence = {},
        .blind = blind};
}

Result<> writeSomeLabels(Connection &connection)
{
    const auto sample = aFrozenSample();
    std::vector<LabelEvent> events;
    for (const auto *annotator : {u"ada", u"bob"}) {
        for (int item = 0; item < 3; ++item)
            events.push_back(
                makeLabelEvent(QString::fromUtf16(annotator), {sample.id, item, 0}, Committed{aStudyLabel()}));
    }
    auto imported = makeLabelEvent(judgeName, {}, Imported{aStudyLabel({}, false), QStringLiteral("file.csv"), 0});
    imported.id = QStringLiteral("00000000-0000-5000-8000-000000000001"); // The same wherever it is imported.
    imported.target = sample.items.front().target;
    return appendLabelEvents(connection, events).and_then([&] {
        return durably(connection, [&] {
            return writeSample(connection, sample)
                .and_then([&] { return writeCodebook(connection, aSecondVersion()); })
                .and_then([&] { return mergeLabelEvents(connection, {&imported, 1}).transform([](int) { }); });
        });
    });
}

} // namespace Decayscope::Test
