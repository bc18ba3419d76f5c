// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plantasks.h"

#include "planlimits.h"

#include <contracts/variants.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView key{"tasks"};
constexpr QLatin1StringView allTasks{"all"};
constexpr QLatin1StringView subsetTasks{"pipeline subset"};
constexpr qsizetype longestName = 300;

/// What a pattern asks of a task; an empty part asks nothing.
struct TaskPattern
{
    QString contract;
    QStringList runtimes;
    QStringList frameworks;
    std::vector<int> levels;
    std::optional<std::vector<QStringList>> variants;
};

bool isAmong(const QStringList &names, const QString &name)
{
    return names.isEmpty() || names.contains(name);
}

bool hasVariant(const std::vector<QStringList> &variants, const TaskSpec &task, Constraint orm)
{
    return std::ranges::any_of(
        variants, [&](const QStringList &variant) { return constraintsOf(variant, orm) == task.constraints; });
}

bool fits(const TaskPattern &pattern, const TaskSpec &task, const Contract &contract)
{
    const auto *runtime = contract.runtime(task.runtime);
    return isAmong(pattern.runtimes, task.runtime) && isAmong(pattern.frameworks, task.framework)
        && (pattern.levels.empty() || std::ranges::contains(pattern.levels, task.level()))
        && (!pattern.variants || (runtime && hasVariant(*pattern.variants, task, runtime->orm)));
}

/// Reads the list "tasks" entry by entry.
class TaskList
{
public:
    TaskList(FileFields &fields, const ContractBook &book)
        : m_fields(fields)
        , m_book(book)
    { }

    std::vector<TaskSpec> read()
    {
        const auto entries = m_fields.values(key, PlanLimits::tasks);
        if (entries.isEmpty())
            m_fields.refuse(key, u"must be a list of tasks that is not empty."_s);
        for (qsizetype row = 0; row < entries.size() && m_fields.isSound(); ++row)
            readEntry(u"%1[%2]"_s.arg(key).arg(row), entries.at(row));
        return std::move(m_tasks);
    }

private:
    void readEntry(const QString &place, const QJsonValue &entry)
    {
        if (entry.isString())
            return readName(place, entry.toString());
        if (entry.isObject())
            return readPattern(place, entry.toObject());
        m_fields.refuse(place, u"must be the name of a task, or an object that chooses some."_s);
    }

    void take(std::vector<TaskSpec> tasks)
    {
        if (std::ssize(m_tasks) + std::ssize(tasks) > PlanLimits::tasks)
            m_fields.refuse(key, u"names more than %1 tasks."_s.arg(PlanLimits::tasks));
        else
            std::ranges::move(tasks, std::back_inserter(m_tasks));
    }

    void readName(const QString &place, const QString &name)
    {
        if (name == allTasks)
            return take(generationTasks());
        if (name == subsetTasks)
            return take(pipelineSubset());
        if (name.size() > longestName)
            return m_fields.refuse(place, u"is longer than any task's name."_s);
        auto task = m_book.taskNamed(name);
        if (!task)
            task = taskOfUnknownContract(name);
        if (!task)
            return m_fields.refuse(place, u"is no task that is known: "_s + task.error().message);
        take({*std::move(task)});
    }

    /// A stored plan stays readable where the contract of its tasks is not; whoever runs it needs the contract.
    Result<TaskSpec> taskOfUnknownContract(const QString &name) const
    {
        const auto parts = name.split(u'/');
        if (parts.size() != 2 || frameworksOf(parts.front()).isEmpty())
            return m_book.taskNamed(name);
        auto task = taskFromFolder(parts.front(), parts.back());
        return task && !m_book.contractOf(*task) ? task : m_book.taskNamed(name);
    }

    void readPattern(const QString &place, const QJsonObject &object)
    {
        auto fields = m_fields.inside(place, object);
        fields.knowOnly({"contract"_L1, "runtime"_L1, "framework"_L1, "level"_L1, "variants"_L1});
        TaskPattern pattern{.contract = fields.line("contract"_L1),
            .runtimes = fields.lines("runtime"_L1),
            .frameworks = fields.lines("framework"_L1),
            .levels = readLevels(fields)};
        if (fields.has("variants"_L1))
            pattern.variants = fields.lists("variants"_L1);
        if (fields.isSound())
            takePattern(place, pattern);
    }

    static std::vector<int> readLevels(FileFields &fields)
    {
        std::vector<int> levels;
        const auto values = fields.values("level"_L1, levelCount);
        for (const auto &value : values) {
            const auto level = value.toInt(-1);
            if (level < 0 || level >= levelCount)
                fields.refuse(u"level"_s, u"must be a list of whole numbers from 0 to %1."_s.arg(levelCount - 1));
            levels.push_back(level);
        }
        return levels;
    }

    void takePattern(const QString &place, const TaskPattern &pattern)
    {
        const auto name = pattern.contract.isEmpty() ? studyContractName.toString() : pattern.contract;
        const auto *contract = m_book.contract(name);
        if (!contract)
            return m_fields.refuse(place, u"names a contract that is not known."_s);
        auto tasks = contract->tasks();
        std::erase_if(tasks, [&](const TaskSpec &task) { return !fits(pattern, task, *contract); });
        if (tasks.empty())
            return m_fields.refuse(place, u"chooses no task at all."_s);
        take(std::move(tasks));
    }

    FileFields &m_fields;
    const ContractBook &m_book;
    std::vector<TaskSpec> m_tasks;
};

} // namespace

std::vector<TaskSpec> readPlanTasks(FileFields &fields, const ContractBook &book)
{
    return TaskList(fields, book).read();
}

QStringList planTaskTexts(const std::vector<TaskSpec> &tasks)
{
    if (tasks == generationTasks())
        return {allTasks};
    if (tasks == pipelineSubset())
        return {subsetTasks};
    QStringList texts;
    for (const auto &task : tasks)
        texts.append(QString(task.runtime + u'/' + task.name));
    return texts;
}

} // namespace Decayscope
