// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taxonomycounts.h"

#include <array>
#include <unordered_map>

namespace Decayscope {

namespace {

constexpr std::array dataLayerCodes{
    QLatin1StringView("incorrect_query_logic"), QLatin1StringView("database_runtime_error")};

/// A group's place in tables and its name.
using GroupName = std::pair<int, QString>;

/// A run as far as its label tells.
Run runOf(const LabelTarget &target)
{
    Run run;
    run.key = {target.runtime, target.configuration, target.task, target.date, target.trial};
    if (auto task = taskFromFolder(target.runtime, target.task))
        run.task = std::move(*task);
    else
        run.task = {.kind = TaskKind::Other, .runtime = target.runtime, .name = target.task};
    return run;
}

/// Whether a filter can be answered without the run itself.
bool isAnsweredByName(const RunFilter &filter)
{
    return filter.outcomes.empty() && filter.excludedTerminations.empty() && !filter.only;
}

std::vector<GroupName> groupsOf(const Run &run, TaxonomyGrouping grouping)
{
    switch (grouping) {
    case TaxonomyGrouping::Model:
        return {{0, run.key.configuration.model}};
    case TaxonomyGrouping::Framework:
        return {{0, run.task.framework}};
    case TaxonomyGrouping::Level:
        return {{run.task.level(), u'L' + QString::number(run.task.level())}};
    case TaxonomyGrouping::Constraint:
        break;
    }
    std::vector<GroupName> groups;
    for (const auto constraint : run.task.constraints.toVector())
        groups.emplace_back(1 + static_cast<int>(constraint), constraintName(constraint));
    if (groups.empty())
        groups.emplace_back(0, QStringLiteral("unconstrained"));
    return groups;
}

void addTo(CodeCount &count, const std::optional<RunId> &run)
{
    ++count.count;
    if (run)
        count.runs.insert(*run);
}

/// Counts the labels of one annotator.
class TaxonomyCounter
{
public:
    TaxonomyCounter(const TableContext &context, const CodeCatalogue &catalogue, TaxonomyGrouping grouping)
        : m_context(context)
        , m_catalogue(catalogue)
        , m_grouping(grouping)
    {
        m_runs.reserve(context.study().runs.size());
        for (const auto &run : context.study().runs)
            m_runs.emplace(run.id, &run);
    }

    AnnotatorTaxonomy counted(const LabelBook &labels, const QString &annotator) const
    {
        AnnotatorTaxonomy taxonomy{.annotator = annotator, .groups = {}};
        std::map<GroupName, TaxonomyGroup> groups;
        for (const auto &row : labels.labelsOf(annotator))
            count(row, taxonomy, groups);
        for (auto &[name, group] : groups) {
            group.name = name.second;
            taxonomy.groups.push_back(std::move(group));
        }
        return taxonomy;
    }

private:
    void count(const LabelRow &row, AnnotatorTaxonomy &taxonomy, std::map<GroupName, TaxonomyGroup> &groups) const
    {
        const auto fine = m_catalogue.fine(row.label);
        const auto coarse = row.label.code.isEmpty() ? m_catalogue.parent(fine) : m_catalogue.coarse(row.label);
        if (coarse.isEmpty())
            return;
        const auto stored = row.run ? m_runs.find(*row.run) : m_runs.end();
        const bool isStored = stored != m_runs.end();
        const auto run = isStored ? *stored->second : runOf(row.target);
        if (!m_context.filter().accepts(run) || (!isStored && !isAnsweredByName(m_context.filter()))) {
            ++taxonomy.leftOut;
            return;
        }
        ++taxonomy.labels;
        taxonomy.notStored += isStored ? 0 : 1;
        const auto id = isStored ? row.run : std::nullopt;
        for (const auto &name : groupsOf(run, m_grouping)) {
            auto &group = groups[name];
            addTo(group.all, id);
            addTo(group.codes[coarse], id);
            if (!fine.isEmpty())
                addTo(group.codes[fine], id);
            else if (m_catalogue.hasChildren(coarse))
                ++group.withoutSubcode[coarse];
        }
    }

    const TableContext &m_context;
    const CodeCatalogue &m_catalogue;
    TaxonomyGrouping m_grouping;
    std::unordered_map<RunId, const Run *> m_runs;
};

QString counted(int count, const QString &noun)
{
    return QString::number(count) % u' ' % noun % (count == 1 ? u"" : u"s");
}

int withoutSubcode(const AnnotatorTaxonomy &taxonomy)
{
    int sum = 0;
    for (const auto &group : taxonomy.groups) {
        for (const auto &[code, count] : group.withoutSubcode)
            sum += count;
    }
    return sum;
}

} // namespace

CodeCount TaxonomyGroup::of(const QString &code) const
{
    const auto found = codes.find(code);
    return found == codes.end() ? CodeCount{} : found->second;
}

CodeCount TaxonomyGroup::dataLayer() const
{
    CodeCount sum;
    for (const auto code : dataLayerCodes) {
        auto part = of(QString(code));
        sum.count += part.count;
        sum.runs.merge(part.runs);
    }
    return sum;
}

QString taxonomyGroupingName(TaxonomyGrouping grouping)
{
    switch (grouping) {
    case TaxonomyGrouping::Model:
        return QStringLiteral("model");
    case TaxonomyGrouping::Framework:
        return QStringLiteral("framework");
    case TaxonomyGrouping::Level:
        return QStringLiteral("level");
    case TaxonomyGrouping::Constraint:
        return QStringLiteral("constraint");
    }
    return {};
}

std::vector<AnnotatorTaxonomy> taxonomies(const TableContext &context, const LabelBook &labels,
    const CodeCatalogue &catalogue, TaxonomyGrouping grouping, const QString &annotator)
{
    const TaxonomyCounter counter(context, catalogue, grouping);
    std::vector<AnnotatorTaxonomy> found;
    for (const auto &name : labels.annotators()) {
        if (annotator.isEmpty() || name == annotator)
            found.push_back(counter.counted(labels, name));
    }
    return found;
}

QStringList taxonomyNotes(const std::vector<AnnotatorTaxonomy> &taxonomies, TaxonomyGrouping grouping)
{
    if (taxonomies.empty())
        return {QStringLiteral("There are no labels yet. Import label files, or label a sample.")};
    QStringList notes{QStringLiteral("Shares of categories are of the labelled failed runs of a %1, shares of "
                                     "sub-categories of its runs of that category; intervals are 95 % by Wilson.")
            .arg(taxonomyGroupingName(grouping))};
    if (grouping == TaxonomyGrouping::Constraint)
        notes << QStringLiteral("A run counts under each of its constraints.");
    for (const auto &taxonomy : taxonomies) {
        auto note = QStringLiteral("Annotator %1: %2; runs of %3 of them are not in the store.")
                        .arg(taxonomy.annotator, counted(taxonomy.labels, QStringLiteral("label")))
                        .arg(taxonomy.notStored);
        if (taxonomy.leftOut > 0)
            note += QStringLiteral(" Left out: %1 of runs that do not count here.")
                        .arg(counted(taxonomy.leftOut, QStringLiteral("label")));
        if (const int open = withoutSubcode(taxonomy); open > 0 && grouping != TaxonomyGrouping::Constraint)
            note += QStringLiteral(" Without a sub-category where there could be one: %1.").arg(open);
        notes << note;
    }
    notes << QStringLiteral("The data layer is incorrect query logic and database runtime errors.");
    return notes;
}

} // namespace Decayscope
