// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedwork.h"

#include "chance.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// How likely things go wrong, by the number of constraints.
struct Weaknesses
{
    std::array<double, levelCount> first; ///< A slip that stays.
    std::array<double, levelCount> second; ///< Another one.
    std::array<double, levelCount> repaired; ///< A slip that is seen and repaired.
    double circles; ///< Under three constraints.
};

constexpr Weaknesses carefulOnes{
    .first = {0.15, 0.35, 0.55, 0.75}, .second = {0, 0, 0.1, 0.2}, .repaired = {0.2, 0.3, 0.4, 0.5}, .circles = 0.04};
constexpr Weaknesses hastyOnes{
    .first = {0.4, 0.65, 0.85, 0.97}, .second = {0, 0.1, 0.3, 0.45}, .repaired = {0, 0, 0.1, 0.1}, .circles = 0.15};

std::vector<const Slip *> fittingSlips(const TaskSpec &task, const ProjectShape &shape)
{
    std::vector<const Slip *> fitting;
    for (const auto &slip : knownSlips())
        if (slip.fits(task, shape))
            fitting.push_back(&slip);
    return fitting;
}

/// Decides what becomes of one piece of work.
class WorkDice
{
public:
    WorkDice(ScriptedAuthor author, const TaskSpec &task, int seed)
        : m_weaknesses(author == ScriptedAuthor::Careful ? carefulOnes : hastyOnes)
        , m_level(static_cast<std::size_t>(task.level()))
        , m_chance(scriptedAuthorName(author).toUtf8() + ' ' + task.name.toUtf8() + ' ' + QByteArray::number(seed))
        , m_work{.author = author, .task = task, .shape = *goodShape(task)}
    { }

    [[nodiscard]] ScriptedWork thrown()
    {
        if (m_chance.happens(m_weaknesses.first.at(m_level)))
            addSlip(m_work.author == ScriptedAuthor::Hasty);
        if (m_chance.happens(m_weaknesses.second.at(m_level)))
            addSlip(m_work.author == ScriptedAuthor::Hasty);
        if (m_chance.happens(m_weaknesses.repaired.at(m_level)))
            addRepair();
        m_work.asksInProse = m_work.author == ScriptedAuthor::Hasty && m_chance.happens(0.2);
        m_work.runsInCircles = m_level == 3 && m_chance.happens(m_weaknesses.circles);
        return m_work;
    }

private:
    /// Those that a look at the server shows are made only by who does not look.
    void addSlip(bool mayBeNoticeable)
    {
        auto fitting = fittingSlips(m_work.task, m_work.shape);
        std::erase_if(fitting, [&](const Slip *slip) {
            return (slip->isNoticeable && !mayBeNoticeable) || (!slip->takes.isEmpty() && !m_work.slips.empty());
        });
        if (fitting.empty())
            return;
        const auto *slip = fitting[m_chance.below(fitting.size())];
        const auto shape = slippedShape(*slip, m_work.shape);
        m_work.slips.push_back(slip);
        if (!canBeMade(shape))
            m_work.slips.pop_back();
        else
            m_work.shape = shape;
    }

    /// Whether all slips so far go together.
    [[nodiscard]] bool canBeMade(const ProjectShape &shape) const
    {
        auto files = projectFiles(shape);
        return std::ranges::all_of(
            m_work.slips, [&](const Slip *slip) { return makeSlip(*slip, m_work.shape.framework, files).has_value(); });
    }

    void addRepair()
    {
        auto fitting = fittingSlips(m_work.task, m_work.shape);
        std::erase_if(fitting, [](const Slip *slip) { return !slip->isNoticeable || !slip->takes.isEmpty(); });
        if (fitting.empty())
            return;
        const auto *slip = fitting[m_chance.below(fitting.size())];
        auto files = m_work.files();
        if (makeSlip(*slip, m_work.shape.framework, files))
            m_work.repaired = slip;
    }

    const Weaknesses &m_weaknesses;
    std::size_t m_level;
    KeyedChance m_chance;
    ScriptedWork m_work;
};

} // namespace

QString scriptedAuthorName(ScriptedAuthor author)
{
    return author == ScriptedAuthor::Careful ? u"scripted-careful"_s : u"scripted-hasty"_s;
}

std::optional<ScriptedAuthor> scriptedAuthorFromName(QStringView name)
{
    for (const auto author : {ScriptedAuthor::Careful, ScriptedAuthor::Hasty})
        if (name == scriptedAuthorName(author))
            return author;
    return std::nullopt;
}

ProjectFiles ScriptedWork::files() const
{
    auto files = projectFiles(shape);
    for (const auto *slip : slips)
        (void)makeSlip(*slip, shape.framework, files);
    return files;
}

std::optional<ScriptedWork> scriptedWork(ScriptedAuthor author, const TaskSpec &task, int seed)
{
    if (!goodShape(task))
        return std::nullopt;
    return WorkDice(author, task, seed).thrown();
}

} // namespace Decayscope
