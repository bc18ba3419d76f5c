// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "label.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kindNames{std::pair{Evidence::Kind::Turn, "turn"_L1},
    std::pair{Evidence::Kind::Assertion, "assertion"_L1}, std::pair{Evidence::Kind::CodeLine, "code"_L1},
    std::pair{Evidence::Kind::ServerLog, "server_log"_L1}, std::pair{Evidence::Kind::SetupLog, "setup_log"_L1},
    std::pair{Evidence::Kind::Violation, "violation"_L1}};

/// ":3" or ":3–5"; nothing where lines mean nothing.
QString lineText(const Evidence &evidence)
{
    if (evidence.firstLine <= 0)
        return {};
    const QString first = u':' % QString::number(evidence.firstLine);
    return evidence.lastLine > evidence.firstLine ? first % u'–' % QString::number(evidence.lastLine) : first;
}

QString codeTitle(const Evidence &evidence)
{
    const QString place = evidence.place % lineText(evidence);
    return evidence.turn < 0 ? place : place % u" at turn " % QString::number(qint64{evidence.turn} + 1);
}

} // namespace

bool LabelTarget::means(const Run &run) const
{
    return trial == run.key.trial && task == run.key.task && runtime == run.key.runtime
        && configuration == run.key.configuration && (date.isEmpty() ? run.newestDate : date == run.key.date);
}

LabelTarget targetOf(const RunKey &key)
{
    return {.runtime = key.runtime,
        .configuration = key.configuration,
        .task = key.task,
        .trial = key.trial,
        .date = key.date};
}

QString evidenceTitle(const Evidence &evidence)
{
    switch (evidence.kind) {
    case Evidence::Kind::Turn:
        return u"turn " % QString::number(qint64{evidence.turn} + 1);
    case Evidence::Kind::Assertion:
        return evidence.place;
    case Evidence::Kind::CodeLine:
    case Evidence::Kind::Violation:
        return codeTitle(evidence);
    case Evidence::Kind::ServerLog:
        return u"server log" % lineText(evidence);
    case Evidence::Kind::SetupLog:
        return u"set-up log" % lineText(evidence);
    }
    return {};
}

QString evidenceKindName(Evidence::Kind kind)
{
    const auto *found = std::ranges::find(kindNames, kind, [](const auto &row) { return row.first; });
    return found == kindNames.end() ? QString() : QString(found->second);
}

std::optional<Evidence::Kind> evidenceKindFromName(QStringView name)
{
    const auto *found = std::ranges::find_if(kindNames, [name](const auto &row) { return row.second == name; });
    return found == kindNames.end() ? std::nullopt : std::optional(found->first);
}

} // namespace Decayscope
