// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtimerecipe.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr std::array networkNames{"nothing"_L1, "registries"_L1, "everything"_L1};
constexpr qsizetype longestName = 100;
constexpr qsizetype longestPath = 1000;
constexpr qsizetype longestCommand = 20'000;
constexpr std::size_t mostRows = 1000;
constexpr int databasePort = 5432;

bool isLetterOrDigit(QChar c)
{
    return c.unicode() < 128 && c.isLetterOrNumber();
}

bool hasControl(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return (c.unicode() < 32 && c != u'\t') || c.unicode() == 127; });
}

bool isVariableName(QStringView text)
{
    return !text.isEmpty() && !text.front().isDigit()
        && std::ranges::all_of(text, [](QChar c) { return isLetterOrDigit(c) || c == u'_'; });
}

bool isProgramName(QStringView text)
{
    return !text.isEmpty() && text.front() != u'-'
        && std::ranges::all_of(text, [](QChar c) { return isLetterOrDigit(c) || "._+-"_L1.contains(c); });
}

class RecipeCheck
{
public:
    explicit RecipeCheck(const RuntimeRecipe &recipe)
        : m_recipe(recipe)
    { }

    std::vector<RecipeFault> faults()
    {
        checkNames();
        checkWays();
        checkRun();
        checkNumbers();
        checkPaths();
        checkEnvironment();
        checkText(RecipePart::Image, m_recipe.image, longestPath);
        if (m_recipe.image.contains(u' ') || m_recipe.image.startsWith(u'-'))
            add(RecipePart::Image, RecipeFaultKind::BadCharacters);
        return std::move(m_faults);
    }

private:
    void add(RecipePart part, RecipeFaultKind kind, std::size_t row) { m_faults.push_back({part, int(row), kind}); }
    void add(RecipePart part, RecipeFaultKind kind) { m_faults.push_back({part, -1, kind}); }

    void checkText(RecipePart part, const QString &text, qsizetype longest, int row = -1)
    {
        if (text.size() > longest)
            m_faults.push_back({part, row, RecipeFaultKind::TooLong});
        else if (hasControl(text))
            m_faults.push_back({part, row, RecipeFaultKind::BadCharacters});
    }

    void checkNames()
    {
        const auto &name = m_recipe.name;
        if (name.isEmpty())
            add(RecipePart::Name, RecipeFaultKind::Empty);
        else if (name.size() > longestName)
            add(RecipePart::Name, RecipeFaultKind::TooLong);
        else if (!isProgramName(name))
            add(RecipePart::Name, RecipeFaultKind::BadCharacters);
        checkText(RecipePart::Title, m_recipe.title, longestName);
    }

    void checkWays()
    {
        const auto &ways = m_recipe.setUp;
        if (ways.empty())
            add(RecipePart::SetUp, RecipeFaultKind::Empty);
        if (ways.size() > mostRows) {
            add(RecipePart::SetUp, RecipeFaultKind::TooLong);
            return;
        }
        QStringList names;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            checkWay(ways[i], i);
            if (names.contains(ways[i].name))
                add(RecipePart::SetUp, RecipeFaultKind::Repeated, i);
            names.append(ways[i].name);
        }
    }

    void checkWay(const SetUpWay &way, std::size_t row)
    {
        if (way.name.isEmpty())
            add(RecipePart::SetUp, RecipeFaultKind::Empty, row);
        checkText(RecipePart::SetUp, way.name, longestName, int(row));
        if (!std::ranges::all_of(way.needs, [](const QString &need) { return isProgramName(need); }))
            add(RecipePart::SetUp, RecipeFaultKind::BadCharacters, row);
        if (way.commands.size() > mostRows)
            add(RecipePart::SetUp, RecipeFaultKind::TooLong, row);
        else
            checkCommands(RecipePart::SetUp, way.commands, row);
    }

    /// One fault is enough for a way.
    void checkCommands(RecipePart part, const std::vector<QString> &commands, std::size_t row)
    {
        const auto count = m_faults.size();
        for (const auto &command : commands) {
            if (command.trimmed().isEmpty())
                add(part, RecipeFaultKind::Empty, row);
            checkText(part, command, longestCommand, int(row));
            if (m_faults.size() > count)
                return;
        }
    }

    void checkRun()
    {
        if (m_recipe.run.empty())
            add(RecipePart::Run, RecipeFaultKind::Empty);
        if (m_recipe.run.size() > mostRows) {
            add(RecipePart::Run, RecipeFaultKind::TooLong);
            return;
        }
        for (std::size_t i = 0; i < m_recipe.run.size(); ++i)
            checkCommands(RecipePart::Run, {m_recipe.run[i]}, i);
    }

    void checkNumbers()
    {
        if (m_recipe.port == databasePort)
            add(RecipePart::Port, RecipeFaultKind::DatabasePort);
        checkRange(RecipePart::Port, m_recipe.port, recipePorts);
        checkRange(RecipePart::HealthTries, m_recipe.healthTries, recipeTries);
        checkRange(RecipePart::HealthInterval, m_recipe.healthInterval.count(), recipeIntervals);
        checkRange(RecipePart::SetUpTime, m_recipe.setUpTime.count(), recipeSetUpTimes);
    }

    void checkRange(RecipePart part, qint64 value, RecipeRange range)
    {
        if (value < range.least || value > range.most)
            add(part, RecipeFaultKind::OutOfRange);
    }

    void checkPaths()
    {
        checkPath(RecipePart::BasePath, m_recipe.basePath);
        if (m_recipe.basePath.endsWith(u'/'))
            add(RecipePart::BasePath, RecipeFaultKind::SlashLast);
        if (m_recipe.healthPath.isEmpty())
            add(RecipePart::HealthPath, RecipeFaultKind::Empty);
        checkPath(RecipePart::HealthPath, m_recipe.healthPath);
    }

    void checkPath(RecipePart part, const QString &path)
    {
        if (!path.isEmpty() && !path.startsWith(u'/'))
            add(part, RecipeFaultKind::NoSlashFirst);
        else if (path.size() > longestPath)
            add(part, RecipeFaultKind::TooLong);
        else if (std::ranges::any_of(path, [](QChar c) { return c.isSpace() || c.unicode() < 33 || c == u'#'; }))
            add(part, RecipeFaultKind::BadCharacters);
    }

    void checkEnvironment()
    {
        if (m_recipe.environment.size() > mostRows)
            add(RecipePart::Environment, RecipeFaultKind::TooLong);
        for (const auto &[name, value] : m_recipe.environment) {
            if (!isVariableName(name) || hasControl(value))
                return add(RecipePart::Environment, RecipeFaultKind::BadCharacters);
            if (name.size() + value.size() > longestCommand)
                return add(RecipePart::Environment, RecipeFaultKind::TooLong);
        }
    }

    const RuntimeRecipe &m_recipe;
    std::vector<RecipeFault> m_faults;
};

} // namespace

QString setUpNetworkName(SetUpNetwork network)
{
    return networkNames[static_cast<std::size_t>(network)];
}

std::optional<SetUpNetwork> setUpNetworkFromName(QStringView name)
{
    for (std::size_t i = 0; i < networkNames.size(); ++i) {
        if (name == networkNames[i])
            return static_cast<SetUpNetwork>(i);
    }
    return std::nullopt;
}

std::vector<RecipeFault> recipeFaults(const RuntimeRecipe &recipe)
{
    return RecipeCheck(recipe).faults();
}

} // namespace Decayscope
