// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingsmerging.h"

#include "runchecks.h"

#include <store/snapshotreader.h>
#include <store/transaction.h>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr int mostColors = 1000;

bool isSound(const ConfigurationStyle &style)
{
    return isHarmlessName(style.configuration.scaffold) && isHarmlessName(style.configuration.model)
        && isHarmlessName(style.displayName) && style.color >= 0 && style.color < mostColors
        && style.line <= LineStyle::DashDot;
}

class SettingsMerger
{
public:
    SettingsMerger(Connection &connection, const OtherStudy &other, MergeReport &report)
        : m_connection(connection)
        , m_other(other)
        , m_report(report)
    { }

    /// Whether anything came.
    Result<bool> merge()
    {
        auto done = mergeTasks().and_then([this] { return mergeStyles(); }).and_then([this] { return mergeFilters(); });
        return done.transform([this] { return m_isChanged; });
    }

private:
    Result<> mergeTasks()
    {
        const auto known = readTaskFiles(m_connection);
        if (!known)
            return std::unexpected(known.error());
        for (const auto &task : m_other.tasks) {
            const bool isKnown = std::ranges::any_of(*known,
                [&](const StoredTaskFile &file) { return file.runtime == task.runtime && file.name == task.name; });
            if (isKnown)
                continue;
            if (!isHarmlessName(task.name) || !isSoundPath(task.runtime)) {
                m_report.warnings.append(u"A task file was left out: no task has a name like its."_s);
                continue;
            }
            if (auto written = writeTaskFile(m_connection, task); !written)
                return std::unexpected(std::move(written.error()));
            ++m_report.tasks;
            m_isChanged = true;
        }
        return {};
    }

    Result<> mergeStyles()
    {
        auto styles = readStyles(m_connection);
        if (!styles)
            return std::unexpected(std::move(styles.error()));
        const auto before = styles->size();
        for (auto style : m_other.styles) {
            if (!isSound(style)
                || std::ranges::contains(*styles, style.configuration, &ConfigurationStyle::configuration))
                continue;
            style.order = styles->empty() ? 0 : styles->back().order + 1;
            styles->push_back(std::move(style));
        }
        if (styles->size() == before)
            return {};
        m_isChanged = true;
        return writeStyles(m_connection, *styles);
    }

    Result<> mergeFilters()
    {
        auto filters = readSavedFilters(m_connection);
        if (!filters)
            return std::unexpected(std::move(filters.error()));
        const auto before = filters->size();
        for (const auto &saved : m_other.filters) {
            if (std::ranges::contains(*filters, saved.name, &SavedFilter::name))
                continue;
            if (!isHarmlessName(saved.name)) {
                m_report.warnings.append(u"A saved filter was left out: no filter has a name like its."_s);
                continue;
            }
            auto mine = translated(saved);
            if (!mine)
                return std::unexpected(std::move(mine.error()));
            filters->push_back(std::move(*mine));
        }
        if (filters->size() == before)
            return {};
        m_isChanged = true;
        return writeSavedFilters(m_connection, *filters);
    }

    /// The runs it names have other numbers here.
    Result<SavedFilter> translated(SavedFilter saved)
    {
        if (!saved.filter.only)
            return saved;
        const auto here = readSnapshotWithin(m_connection);
        if (!here)
            return std::unexpected(here.error());
        std::map<RunKey, RunId> numbers;
        for (const auto &run : here->runs)
            numbers.emplace(run.key, run.id);
        std::set<RunId> only;
        for (const auto &run : m_other.snapshot.runs) {
            const auto mine = numbers.find(run.key);
            if (saved.filter.only->contains(run.id) && mine != numbers.end())
                only.insert(mine->second);
        }
        saved.filter.only = std::move(only);
        return saved;
    }

    Connection &m_connection;
    const OtherStudy &m_other;
    MergeReport &m_report;
    bool m_isChanged = false;
};

} // namespace

Result<> mergeSettings(const PerformWrite &perform, const OtherStudy &other, MergeReport &report)
{
    if (other.tasks.empty() && other.styles.empty() && other.filters.empty())
        return {};
    auto merged = report;
    auto done = perform([&](Connection &connection) -> Result<> {
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return std::unexpected(std::move(transaction.error()));
        const auto isChanged = SettingsMerger(connection, other, merged).merge();
        if (!isChanged)
            return std::unexpected(isChanged.error());
        return *isChanged ? transaction->commit() : Result<>();
    });
    if (done)
        report = std::move(merged);
    return done;
}

} // namespace Decayscope
