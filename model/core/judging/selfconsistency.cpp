// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "selfconsistency.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace Decayscope {

namespace {

/// The answers of one judge: by run, one category a repeat.
struct Answers
{
    std::map<LabelTarget, std::map<int, QString>> runs;
    int repeats = 0;
    int invalid = 0;
};

QString leafOf(const Label &label)
{
    return label.subcode.isEmpty() ? label.code : label.subcode;
}

std::map<QString, Answers> answersByJudge(std::span<const JudgedLabel> judged)
{
    std::map<QString, Answers> judges;
    for (const auto &one : judged) {
        auto &answers = judges[one.annotator];
        answers.repeats = std::max(answers.repeats, one.repeat() + 1);
        auto &run = answers.runs[one.target];
        if (one.label.isInvalid())
            ++answers.invalid;
        else
            run.emplace(one.repeat(), leafOf(one.label));
    }
    return judges;
}

/// Runs with all answers, as numbers of categories.
struct CompleteAnswers
{
    QStringList categories;
    RatingTable table;
    std::vector<std::vector<int>> counts; ///< Answers of each category, a row a run.
};

CompleteAnswers completeAnswers(const Answers &answers)
{
    CompleteAnswers complete;
    const auto isComplete = [&](const auto &run) { return std::ssize(run.second) == answers.repeats; };
    std::map<QString, int> numbers;
    for (const auto &[target, run] : answers.runs | std::views::filter(isComplete)) {
        for (const auto &category : run | std::views::values)
            numbers.emplace(category, 0);
    }
    for (auto &[category, number] : numbers) {
        number = static_cast<int>(complete.categories.size());
        complete.categories.append(category);
    }
    complete.table.categories = static_cast<int>(numbers.size());
    for (const auto &[target, run] : answers.runs | std::views::filter(isComplete)) {
        auto &unit = complete.table.units.emplace_back();
        auto &counts = complete.counts.emplace_back(numbers.size(), 0);
        for (const auto &category : run | std::views::values) {
            unit.emplace_back(numbers[category]);
            ++counts[static_cast<std::size_t>(numbers[category])];
        }
    }
    return complete;
}

/// Of one category: answers n_i in run i of N with r answers each. Agreement Σ n_i (n_i − 1) / ((r − 1) Σ n_i); κ as
/// Fleiss, "Measuring nominal scale agreement among many raters", 1971: 1 − Σ n_i (r − n_i) / (N r (r − 1) p (1 − p)).
ConsistencyCategory consistencyOf(const CompleteAnswers &answers, std::size_t category, int repeats)
{
    double said = 0;
    double pairs = 0;
    double apart = 0;
    for (const auto &counts : answers.counts) {
        const double n = counts[category];
        said += n;
        pairs += n * (n - 1);
        apart += n * (repeats - n);
    }
    const auto all = static_cast<double>(answers.counts.size()) * repeats;
    const auto share = said / all;
    ConsistencyCategory row{.category = answers.categories.at(static_cast<qsizetype>(category)),
        .share = share,
        .agreement = {},
        .kappa = {}};
    if (said > 0)
        row.agreement = pairs / ((repeats - 1) * said);
    if (share > 0 && said < all)
        row.kappa = 1 - apart / (all * (repeats - 1) * share * (1 - share));
    return row;
}

void addShares(SelfConsistency &row, const CompleteAnswers &answers)
{
    double unanimous = 0;
    double pairs = 0;
    for (const auto &counts : answers.counts) {
        unanimous += std::ranges::max(counts) == row.repeats ? 1 : 0;
        for (const auto count : counts)
            pairs += static_cast<double>(count) * (count - 1);
    }
    const auto runs = static_cast<double>(row.runs);
    row.unanimous = unanimous / runs;
    row.pairwise = pairs / (runs * row.repeats * (row.repeats - 1));
}

SelfConsistency consistencyOf(const QString &annotator, const Answers &answers)
{
    const auto complete = completeAnswers(answers);
    SelfConsistency row{.annotator = annotator,
        .repeats = answers.repeats,
        .runs = static_cast<int>(complete.counts.size()),
        .incomplete = static_cast<int>(answers.runs.size() - complete.counts.size()),
        .invalid = answers.invalid,
        .unanimous = {},
        .pairwise = {},
        .kappa = fleissKappa(complete.table),
        .categories = {}};
    if (row.runs == 0)
        return row;
    addShares(row, complete);
    for (std::size_t category = 0; category < static_cast<std::size_t>(complete.categories.size()); ++category)
        row.categories.push_back(consistencyOf(complete, category, row.repeats));
    return row;
}

} // namespace

std::vector<SelfConsistency> selfConsistency(std::span<const JudgedLabel> judged)
{
    std::vector<SelfConsistency> rows;
    for (const auto &[annotator, answers] : answersByJudge(judged)) {
        if (answers.repeats > 1)
            rows.push_back(consistencyOf(annotator, answers));
    }
    return rows;
}

} // namespace Decayscope
