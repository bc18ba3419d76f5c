// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementreport.h"

#include "agreementnotes.h"
#include "agreementsteps.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// Puts a report together, part by part.
class ReportMaker
{
public:
    ReportMaker(const LabelBook &book, const AgreementRequest &request)
        : m_book(book)
        , m_request(request)
        , m_catalogue(book)
        , m_selection(book, request, m_catalogue)
    {
        m_report.by = request.by;
        m_report.against = request.against;
    }

    AgreementReport made()
    {
        collectUnits();
        numberCategories();
        comparePair();
        compareFine();
        compareAll();
        m_report.rounds = roundSteps(m_book, m_request, m_catalogue);
        m_report.intraRater = intraRaterSteps(m_book, m_request, m_selection, m_report.annotators);
        m_report.drift = driftSteps(m_book, m_selection, m_report.annotators, m_ids);
        m_report.notes = agreementNotes(m_report, m_request, m_clusters);
        return std::move(m_report);
    }

private:
    void collectUnits();
    void addUnit(const LabelTarget &target, const LabelRow *by, const LabelRow *against);
    void numberCategories();
    void comparePair();
    void compareFine();
    void compareAll();
    void chooseAnnotators();
    [[nodiscard]] QString category(const std::optional<LabelRow> &row) const;
    [[nodiscard]] std::vector<int> parents() const;
    [[nodiscard]] BootstrapPlan plan() const
    {
        return {.draws = m_request.draws, .seed = m_request.seed, .weights = {}};
    }

    const LabelBook &m_book;
    AgreementRequest m_request;
    CodeCatalogue m_catalogue;
    LabelSelection m_selection;
    QStringList m_ids; ///< Of the report's categories.
    int m_clusters = 0;
    AgreementReport m_report;
};

QString ReportMaker::category(const std::optional<LabelRow> &row) const
{
    return row ? m_selection.categoryOf(row->label) : QString();
}

void ReportMaker::collectUnits()
{
    const auto by = m_selection.of(m_request.by);
    const auto against = m_selection.of(m_request.against);
    for (const auto &[target, row] : by) {
        const auto other = against.find(target);
        addUnit(target, row, other == against.end() ? nullptr : other->second);
    }
    for (const auto &[target, row] : against) {
        if (!by.contains(target))
            addUnit(target, nullptr, row);
    }
    std::ranges::sort(m_report.units, {}, &AgreementUnit::target);
}

void ReportMaker::addUnit(const LabelTarget &target, const LabelRow *by, const LabelRow *against)
{
    if (m_selection.isOfPilot(target)) {
        ++m_report.fromPilot;
        return;
    }
    const bool differAbove = m_request.level == AgreementLevel::Fine && by && against
        && m_catalogue.coarse(by->label) != m_catalogue.coarse(against->label);
    if (differAbove)
        return;
    m_report.onlyBy += against ? 0 : 1;
    m_report.onlyAgainst += by ? 0 : 1;
    AgreementUnit unit{.target = target, .run = (by ? by : against)->run, .by = {}, .against = {}};
    if (by)
        unit.by = *by;
    if (against)
        unit.against = *against;
    m_report.units.push_back(std::move(unit));
}

void ReportMaker::numberCategories()
{
    std::set<QString> used;
    for (const auto &unit : m_report.units) {
        if (unit.by && unit.against) {
            used.insert(category(unit.by));
            used.insert(category(unit.against));
        }
    }
    m_ids = m_catalogue.ordered(used);
    std::map<QString, int> numbers;
    for (const auto &id : m_ids) {
        numbers.emplace(id, static_cast<int>(numbers.size()));
        m_report.categories << m_catalogue.name(id);
        m_report.titles << m_catalogue.title(id);
    }
    const auto numberOf = [&](const std::optional<LabelRow> &row) {
        const auto number = numbers.find(category(row));
        return number == numbers.end() ? -1 : number->second;
    };
    for (auto &unit : m_report.units) {
        unit.byCategory = numberOf(unit.by);
        unit.againstCategory = numberOf(unit.against);
    }
}

/// A category's parent, or itself where that is level 1.
std::vector<int> ReportMaker::parents() const
{
    std::map<QString, int> numbers;
    std::vector<int> parents;
    for (const auto &id : m_ids) {
        const auto parent = m_catalogue.parent(id);
        const auto &top = parent.isEmpty() ? id : parent;
        parents.push_back(numbers.try_emplace(top, static_cast<int>(numbers.size())).first->second);
    }
    return parents;
}

void ReportMaker::comparePair()
{
    RatingTable table{.categories = static_cast<int>(m_ids.size()), .units = {}, .clusters = {}};
    TaskClusters clusters;
    for (const auto &unit : m_report.units) {
        if (!unit.by || !unit.against)
            continue;
        table.units.push_back({unit.byCategory, unit.againstCategory});
        table.clusters.push_back(clusters.of(unit.target));
    }
    m_clusters = clusters.count();
    using enum AgreementMeasure;
    constexpr std::array measures{Accuracy, CohenKappa, WeightedKappa, Pabak, GwetAc1};
    auto weighted = plan();
    weighted.weights = treeWeights(parents());
    auto found = bootstrapped(table, measures, weighted);
    for (auto &coefficient : found) {
        if (table.units.empty() && !m_report.units.empty())
            coefficient.undefined = Undefined::NoOverlap;
    }
    m_report.accuracy = found[0];
    m_report.kappa = found[1];
    m_report.weighted = found[2];
    m_report.pabak = found[3];
    m_report.ac1 = found[4];
    m_report.perCategory = categoryAgreement(table, 1, 0);
    m_report.macroF1 = macroF1(m_report.perCategory);
    m_report.confusion = confusionMatrix(table, 0, 1);
}

void ReportMaker::compareFine()
{
    RatingTableMaker maker;
    for (const auto &unit : m_report.units) {
        if (!unit.by || !unit.against)
            continue;
        const auto coarse = m_catalogue.coarse(unit.by->label);
        if (coarse == m_catalogue.coarse(unit.against->label) && m_catalogue.hasChildren(coarse))
            maker.add({m_catalogue.fine(unit.by->label), m_catalogue.fine(unit.against->label)}, unit.target);
    }
    m_report.fineGivenCoarse = bootstrapped(maker.table(), AgreementMeasure::CohenKappa, plan());
}

/// Everyone who labels by hand, and the two that are compared.
void ReportMaker::chooseAnnotators()
{
    std::set<QString> inSamples;
    for (const auto &row : m_book.rows) {
        if (m_selection.isAskedFor(row.item.sample))
            inSamples.insert(row.annotator);
    }
    for (const auto &annotator : m_book.annotators()) {
        const bool isCompared = annotator == m_request.by || annotator == m_request.against;
        const bool isPerson = annotator != judgeName && annotator != adjudicatedName;
        if (isCompared || (isPerson && inSamples.contains(annotator)))
            m_report.annotators << annotator;
    }
}

void ReportMaker::compareAll()
{
    chooseAnnotators();
    std::map<LabelTarget, QStringList> ratings;
    std::map<LabelTarget, QString> coarse; // At level 2 only labels under the reference's code of level 1 compare.
    for (const auto &unit : m_report.units) {
        if (unit.by)
            coarse.emplace(unit.target, m_catalogue.coarse(unit.by->label));
    }
    for (qsizetype number = 0; number < m_report.annotators.size(); ++number) {
        for (const auto &[target, row] : m_selection.of(m_report.annotators[number])) {
            const auto reference = coarse.find(target);
            const bool comparable = m_request.level != AgreementLevel::Fine
                || (reference != coarse.end() && reference->second == m_catalogue.coarse(row->label));
            if (m_selection.isOfPilot(target) || !comparable)
                continue;
            auto &unit = ratings[target];
            unit.resize(m_report.annotators.size());
            unit[number] = m_selection.categoryOf(row->label);
        }
    }
    RatingTableMaker maker;
    for (const auto &[target, categories] : ratings)
        maker.add(categories, target);
    constexpr std::array measures{AgreementMeasure::FleissKappa, AgreementMeasure::KrippendorffAlpha};
    const auto found = bootstrapped(maker.table(), measures, plan());
    m_report.fleiss = found[0];
    m_report.alpha = found[1];
}

} // namespace

Result<AgreementReport> agreementReport(const LabelBook &labels, const AgreementRequest &request)
{
    const auto annotators = labels.annotators();
    for (const auto &name : {request.by, request.against}) {
        if (annotators.contains(name))
            continue;
        return failure(ErrorKind::NotFound,
            annotators.isEmpty() ? QStringLiteral("There are no labels. Import label files or label a sample first.")
                                 : QStringLiteral("There are no labels of \"%1\". There are labels of %2.")
                                       .arg(name, annotators.join(u", ")));
    }
    if (request.by == request.against)
        return failure(ErrorKind::InvalidInput,
            QStringLiteral("\"%1\" cannot be compared with themselves. Name two annotators.").arg(request.by));
    return ReportMaker(labels, request).made();
}

} // namespace Decayscope
