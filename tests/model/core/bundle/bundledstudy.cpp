// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundledstudy.h"

#include "figurestudies.h"
#include "labelstory.h"

#include <algorithm>

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleItems = 12;

const QStringList codes{u"logic_error"_s, u"server_startup_failure"_s, u"other"_s};

std::vector<Run> failedRuns(const StudySnapshot &study)
{
    std::vector<Run> runs;
    std::ranges::copy_if(study.runs, std::back_inserter(runs),
        [](const Run &run) { return outcomeOf(run) != RunOutcome::Success && run.newestDate && !run.exclusion; });
    return runs;
}

Sample sampleOf(const std::vector<Run> &runs)
{
    auto sample = aSample(sampleItems, {u"Ada Lovelace"_s, u"bob"_s});
    sample.createdBy = u"Ada Lovelace"_s;
    sample.created = u"2026-04-01T11:00:00Z"_s;
    sample.design.title = u"Round of Ada Lovelace"_s;
    sample.design.maskWords = {u"lovelace-lab"_s};
    for (std::size_t i = 0; i < sampleItems; ++i)
        sample.items.at(i).target = targetOf(runs.at(i % runs.size()).key);
    return sealed(std::move(sample));
}

void importJudge(LabelStory &story, const std::vector<Run> &runs)
{
    qsizetype number = 0;
    for (const auto &run : runs) {
        auto label = aLabel(codes.at(number++ % codes.size()), {}, false);
        label.memo = u"seen in /home/lovelace/results"_s;
        story.does(QString(judgeName), {}, targetOf(run.key),
            Imported{.label = label, .source = u"/home/lovelace/judge.csv"_s, .precedence = 0});
    }
}

void labelBlind(LabelStory &story, const Sample &sample, const QString &annotator, int step)
{
    for (int item = 0; item < sampleItems; ++item) {
        auto label = aLabel(codes.at(item / step % codes.size()));
        label.memo = u"Ask bob, \"really\"\nor Ada."_s;
        label.evidence = {{.id = u"e%1"_s.arg(item),
            .kind = Evidence::Kind::ServerLog,
            .firstLine = 3,
            .quote = u"at /home/lovelace/app.js"_s}};
        const ItemKey key{.sample = sample.id, .item = item, .occurrence = 0};
        const auto event = story.does(annotator, key, {}, Committed{label});
        if (item == 3) {
            story.does(annotator, key, {}, Undone{event});
            story.does(annotator, key, {}, Redone{event});
        }
    }
}

} // namespace

StudyData aLabelledStudy()
{
    auto study = anUnevenStudy();
    std::ranges::sort(study.runs, {}, &Run::key);
    study.path = u"/home/lovelace/secret-study.decayscope"_s;
    study.name = u"secret-study"_s;
    study.storeId = u"0a1b2c3d-store"_s;
    const auto runs = failedRuns(study);
    auto labels = std::make_shared<LabelBook>();
    labels->samples = {sampleOf(runs)};
    labels->codebooks = {studyCodebook()};
    LabelStory story;
    importJudge(story, runs);
    labelBlind(story, labels->samples.front(), u"Ada Lovelace"_s, 1);
    labelBlind(story, labels->samples.front(), u"bob"_s, 2);
    labels->log = std::make_shared<const LabelLog>(story.log());
    labels->rows = labelRows(*labels->log, labels->samples, study.runs);
    return {.study = std::make_shared<const StudySnapshot>(std::move(study)), .labels = std::move(labels)};
}

QStringList identitiesOfIt()
{
    return {u"Ada Lovelace"_s, u"lovelace"_s, u"bob"_s, u"secret-study"_s, u"0a1b2c3d-store"_s, u"judge.csv"_s,
        u"/home/"_s};
}

} // namespace Decayscope::Test
