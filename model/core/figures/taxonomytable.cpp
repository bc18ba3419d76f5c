// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studytables.h"
#include "tablecontext.h"
#include "tabledraft.h"
#include "taxonomycounts.h"

#include <stats/proportion.h>

namespace Decayscope {

namespace {

QString groupTitle(TaxonomyGrouping grouping)
{
    auto title = taxonomyGroupingName(grouping);
    title[0] = title[0].toUpper();
    return title;
}

/// Fills the rows of one annotator, group by group: each category, behind it its sub-categories.
class TaxonomyRows
{
public:
    TaxonomyRows(TableDraft &draft, const TableContext &context, const CodeCatalogue &catalogue)
        : m_draft(draft)
        , m_context(context)
        , m_catalogue(catalogue)
    { }

    void add(const AnnotatorTaxonomy &taxonomy, const TaxonomyGroup &group)
    {
        std::set<QString> ids;
        for (const auto &[id, count] : group.codes)
            ids.insert(id);
        for (const auto &id : m_catalogue.ordered(ids)) {
            const auto parent = m_catalogue.parent(id);
            addRow(taxonomy.annotator, group, id, parent);
        }
    }

private:
    void addRow(const QString &annotator, const TaxonomyGroup &group, const QString &id, const QString &parent)
    {
        const auto count = group.of(id);
        const int n = parent.isEmpty() ? group.all.count : group.of(parent).count;
        const auto share = proportionOf(count.count, n);
        m_draft.addRow({cellOf(annotator), cellOf(group.name), cellOf(m_catalogue.name(parent.isEmpty() ? id : parent)),
                           parent.isEmpty() ? Cell() : cellOf(m_catalogue.name(id)), cellOf(count.count),
                           share ? cellOf(share->share) : Cell(), cellOf(n), share ? cellOf(share->low) : Cell(),
                           share ? cellOf(share->high) : Cell()},
            m_context.runsOf({.only = count.runs}));
    }

    TableDraft &m_draft;
    const TableContext &m_context;
    const CodeCatalogue &m_catalogue;
};

/// The share of the data layer among the logic errors of every group that has any.
void addDataLayer(TableDraft &draft, const AnnotatorTaxonomy &taxonomy, bool isAlone, const CodeCatalogue &catalogue)
{
    const auto logicError = catalogue.parent(QStringLiteral("incorrect_query_logic"));
    const QString group = isAlone ? QStringLiteral("data_layer") : QString(u"data_layer_" % taxonomy.annotator);
    for (const auto &one : taxonomy.groups) {
        if (const auto share = proportionOf(one.dataLayer().count, one.of(logicError).count))
            draft.addField({.group = group,
                .key = one.name,
                .title = one.name,
                .kind = CellKind::Percent,
                .value = cellOf(share->share)});
    }
}

} // namespace

TableSpec taxonomyTable(const StudySnapshot &study, const TableOptions &options)
{
    const TableContext context(study, options);
    TableDraft draft(u"taxonomy");
    draft.addColumn(QStringLiteral("annotator"), QStringLiteral("Annotator"), CellKind::Text);
    draft.addColumn(taxonomyGroupingName(options.taxonomyBy), groupTitle(options.taxonomyBy), CellKind::Text);
    draft.addColumn(QStringLiteral("category"), QStringLiteral("Category"), CellKind::Text);
    draft.addColumn(QStringLiteral("subcategory"), QStringLiteral("Sub-category"), CellKind::Text);
    draft.addColumn(QStringLiteral("count"), QStringLiteral("Runs"), CellKind::Count);
    draft.addColumn(QStringLiteral("share"), QStringLiteral("Share"), CellKind::Percent);
    draft.addColumn(QStringLiteral("n"), QStringLiteral("of"), CellKind::Count);
    draft.addInterval(QStringLiteral("share"), QStringLiteral("low"), QStringLiteral("high"));
    const LabelBook none;
    const auto &labels = options.labels ? *options.labels : none;
    const CodeCatalogue catalogue(labels);
    const auto found = taxonomies(context, labels, catalogue, options.taxonomyBy);
    TaxonomyRows rows(draft, context, catalogue);
    for (const auto &taxonomy : found) {
        for (const auto &group : taxonomy.groups)
            rows.add(taxonomy, group);
        addDataLayer(draft, taxonomy, found.size() == 1, catalogue);
    }
    draft.addNotes(taxonomyNotes(found, options.taxonomyBy));
    draft.publish({taxonomyGroupingName(options.taxonomyBy), u"category", u"subcategory", u"count", u"share"});
    auto card = plainCard(QStringLiteral("shares of labelled failed runs"), QStringLiteral("labels"));
    card.interval = QStringLiteral("95 % Wilson intervals of one share");
    draft.describe(card, {});
    return draft.finishedOfLabels(context);
}

} // namespace Decayscope
