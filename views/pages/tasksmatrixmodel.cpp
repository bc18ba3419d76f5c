// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tasksmatrixmodel.h"

#include "taskfield.h"

#include <contracts/variants.h>
#include <widgets/filterwords.h>

#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace Decayscope {

namespace {

struct ShortName
{
    QStringView name;
    const char *text;
};

constexpr std::array shortNames{
    ShortName{u"clean_architecture", QT_TRANSLATE_NOOP("Decayscope::TasksMatrixModel", "Clean")},
    ShortName{u"postgres", QT_TRANSLATE_NOOP("Decayscope::TasksMatrixModel", "PG")},
    ShortName{u"sqlite", QT_TRANSLATE_NOOP("Decayscope::TasksMatrixModel", "SQLite")},
    ShortName{u"orm", QT_TRANSLATE_NOOP("Decayscope::TasksMatrixModel", "ORM")},
    ShortName{u"sqlalchemy", QT_TRANSLATE_NOOP("Decayscope::TasksMatrixModel", "SQLA")},
    ShortName{u"sequelize", QT_TRANSLATE_NOOP("Decayscope::TasksMatrixModel", "Seq.")},
};

QString shortTitle(const QString &name)
{
    const auto found = std::ranges::find(shortNames, QStringView(name), &ShortName::name);
    return found == shortNames.end() ? name : TasksMatrixModel::tr(found->text);
}

QString longTitle(const QString &name)
{
    const auto constraint = constraintFromName(name);
    return constraint ? constraintTitle(*constraint) : TasksMatrixModel::tr("the runtime's ORM");
}

} // namespace

void TasksMatrixModel::setContract(const Contract *contract)
{
    beginResetModel();
    m_rows.clear();
    m_variants = contract ? contract->variants : std::vector<QStringList>();
    std::ranges::stable_sort(m_variants, {}, &QStringList::size);
    static const std::vector<ContractRuntime> none;
    for (const auto &runtime : contract ? contract->runtimes : none) {
        for (const auto &framework : runtime.frameworks) {
            auto &row = m_rows.emplace_back(Row{framework, {}});
            for (const auto &variant : m_variants) {
                const auto constraints = constraintsOf(variant, runtime.orm);
                row.tasks.push_back(constraints.transform([&](ConstraintSet set) {
                    return TaskSpec{.kind = TaskKind::Generation,
                        .runtime = runtime.name,
                        .framework = framework,
                        .name = generationTaskName(framework, set, contract->word),
                        .constraints = set};
                }));
            }
        }
    }
    endResetModel();
}

void TasksMatrixModel::setCounts(const TaskCounts &counts)
{
    m_counts = counts;
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<TaskSpec> TasksMatrixModel::taskAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(index.row())].tasks[static_cast<std::size_t>(index.column())];
}

QModelIndex TasksMatrixModel::indexOf(const TaskSpec &task) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const auto &tasks = m_rows[row].tasks;
        if (const auto found = std::ranges::find(tasks, std::optional(task)); found != tasks.end())
            return index(static_cast<int>(row), static_cast<int>(found - tasks.begin()));
    }
    return {};
}

QStringList TasksMatrixModel::frameworks() const
{
    QStringList names;
    names.reserve(std::ssize(m_rows));
    for (const auto &row : m_rows)
        names << row.framework;
    return names;
}

int TasksMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TasksMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_variants.size());
}

QVariant TasksMatrixModel::data(const QModelIndex &index, int role) const
{
    const auto task = taskAt(index);
    if (!task)
        return {};
    const auto *count = countOf(*task);
    switch (role) {
    case Qt::DisplayRole:
        return count ? QLocale().toString(count->assertions, 'f', 1) : QStringLiteral("–");
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentenceOf(*task);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignCenter);
    case RunsRole:
        return count ? count->runs : 0;
    case ShareRole:
        return count ? QVariant(count->assertions) : QVariant();
    case OpensLevelRole: {
        const auto column = static_cast<std::size_t>(index.column());
        return column > 0 && m_variants[column].size() != m_variants[column - 1].size();
    }
    default:
        return {};
    }
}

Qt::ItemFlags TasksMatrixModel::flags(const QModelIndex &index) const
{
    return taskAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant TasksMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            orientation == Qt::Horizontal ? Qt::AlignHCenter | Qt::AlignTop : Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(m_rows[static_cast<std::size_t>(section)].framework) : QVariant();
    if (role == Qt::DisplayRole)
        return variantText(section, u"\n", true);
    return role == Qt::ToolTipRole ? QVariant(variantText(section, u" · ", false)) : QVariant();
}

const TaskCount *TasksMatrixModel::countOf(const TaskSpec &task) const
{
    const auto found = m_counts.find(task);
    return found == m_counts.end() ? nullptr : &found->second;
}

QString TasksMatrixModel::sentenceOf(const TaskSpec &task) const
{
    const auto *count = countOf(task);
    const QString title = levelTitle(task.level()) % u" · " % variantTitle(task);
    if (!count)
        return tr("%1: no runs").arg(title);
    return tr("%1: %n run(s), A% %2", nullptr, count->runs).arg(title, QLocale().toString(count->assertions, 'f', 1));
}

QString TasksMatrixModel::variantText(int column, QStringView separator, bool isShort) const
{
    const auto &variant = m_variants[static_cast<std::size_t>(column)];
    QStringList words{levelTitle(static_cast<int>(variant.size()))};
    for (const auto &name : variant)
        words << (isShort ? shortTitle(name) : longTitle(name));
    if (variant.isEmpty())
        words << (isShort ? tr("free") : tr("no constraint"));
    return words.join(separator);
}

} // namespace Decayscope
