// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampledesk.h"

#include "studycontroller.h"

#include <labeling/codebookeditor.h>
#include <labeling/familylist.h>
#include <pages/labelpage.h>
#include <stats/agreement.h>
#include <workspace/failuretracing.h>
#include <workspace/labeljournal.h>

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

/// What the width of κ's interval is forecast for: "almost perfect" in the usual reading.
constexpr double expectedKappa = 0.8;

/// How often each category is expected: as the labels so far have it, else all alike.
std::vector<double> expectedShares(
    const std::vector<SamplingUnit> &units, const SampleDesign &design, const Codebook &codebook)
{
    std::map<QString, double> counts;
    for (const auto &unit : units) {
        const auto &name = design.category.isEmpty() ? unit.category : unit.subcategory;
        if (!name.isEmpty())
            counts[name] += 1;
    }
    std::vector<double> shares;
    double sum = 0;
    for (const auto &[name, count] : counts) {
        shares.push_back(count);
        sum += count;
    }
    if (shares.empty()) {
        shares.assign(std::max<std::size_t>(1, codebook.offered(design.category).size()), 1);
        sum = static_cast<double>(shares.size());
    }
    std::ranges::for_each(shares, [sum](double &share) { share /= sum; });
    return shares;
}

SamplePreview previewOf(const std::vector<SamplingUnit> &units, const SampleDesign &design, const Codebook &codebook)
{
    SamplePreview preview{.expectedKappa = expectedKappa};
    preview.strata = plannedStrata(units, design);
    const auto sample = drawSample(units, design, codebook);
    if (!sample) {
        preview.problem = sentenceOf(sample.error());
        return preview;
    }
    preview.strata = sample->strata;
    preview.items = static_cast<int>(sample->items.size());
    for (const auto &queue : sample->queues)
        preview.perAnnotator.push_back(static_cast<int>(queue.order.size()));
    const auto shared = design.annotators.size() > 1 ? std::lround(preview.items * design.overlap) : preview.items;
    preview.kappaWidth
        = kappaWidthForecast(static_cast<int>(shared), expectedKappa, expectedShares(units, design, codebook));
    if (preview.items < design.size)
        preview.warnings << SampleDesk::tr("Only %n failed run(s) fit the design.", nullptr, preview.items);
    return preview;
}

} // namespace

SampleDesk::SampleDesk(StudyController &study, LabelPage &page, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_page(page)
    , m_preview(&m_pool, this)
    , m_families(&m_pool, this)
{
    connectPage();
}

void SampleDesk::connectPage()
{
    auto *designer = m_page.designer();
    connect(designer, &SampleDesigner::designChanged, this, &SampleDesk::preview);
    connect(designer, &SampleDesigner::freezeRequested, this, &SampleDesk::freeze);
    connect(designer, &SampleDesigner::templateRequested, this, &SampleDesk::takeTemplate);
    connect(&m_page, &LabelPage::templateRequested, this, &SampleDesk::takeTemplate);
    connect(&m_page, &LabelPage::viewChosen, this, &SampleDesk::takeLabels);
    connect(m_page.families(), &FamilyList::sampleRequested, this, &SampleDesk::freezeFamily);
    connect(m_page.families(), &FamilyList::familyChosen, this, [this](const FailureFamily &family) {
        RunFilter filter;
        filter.only.emplace(family.runs.begin(), family.runs.end());
        emit runsRequested(filter, family.title);
    });
    connect(m_page.codebook(), &CodebookEditor::versionMade, this, &SampleDesk::saveCodebook);
}

void SampleDesk::takeStudy()
{
    m_preview.cancel();
    m_families.cancel();
    m_shown = 0;
    m_journal = m_study.labels();
    if (m_journal)
        connect(m_journal, &LabelJournal::changed, this, &SampleDesk::takeLabels);
    m_page.designer()->setDesign({.title = tr("Sample 1"), .annotators = {m_annotator}});
    takeChange();
}

void SampleDesk::takeChange()
{
    m_hasFamilies = false;
    m_familyOf.clear();
    m_shown = 0;
    takeLabels();
}

void SampleDesk::setInView(bool inView)
{
    if (std::exchange(m_isInView, inView) != inView)
        takeLabels();
}

/// Only the view that is seen is computed.
void SampleDesk::takeLabels()
{
    const auto study = m_study.snapshot();
    if (!m_isInView || !m_journal || !study)
        return;
    const auto view = m_page.view();
    if (view == LabelPage::View::Families && !m_hasFamilies)
        findFamilies();
    const auto book = m_journal->book();
    if (view == LabelPage::View::Queue || std::exchange(m_shown, book->revision) == book->revision)
        return;
    const auto codebook = m_journal->codebook();
    m_page.designer()->setReadOnly(study->isReadOnly);
    m_page.designer()->setChoices(book->annotators(), codebook);
    m_page.codebook()->setReadOnly(study->isReadOnly);
    m_page.codebook()->setAuthor(m_annotator);
    m_page.codebook()->setCodebook(codebook);
    preview(m_page.designer()->design());
}

void SampleDesk::takeTemplate()
{
    const auto seed = QRandomGenerator::global()->bounded(1U, 1'000'000U);
    m_page.openView(LabelPage::View::Samples);
    takeLabels();
    m_page.designer()->setDesign(logicErrorDesign({m_annotator}, seed));
    preview(m_page.designer()->design());
}

std::vector<SamplingUnit> SampleDesk::unitsFor(const SampleDesign &design) const
{
    return samplingUnits(m_study.snapshot()->runs, *m_journal->book(), design.categoryBy, m_familyOf);
}

void SampleDesk::preview(const SampleDesign &design)
{
    const auto study = m_study.snapshot();
    if (!study || !m_journal)
        return;
    if (design.byFamily && !m_hasFamilies)
        findFamilies();
    const auto book = m_journal->book();
    m_preview.start(
        [study, book, design, families = m_familyOf, codebook = m_journal->codebook()](
            const Progress &) -> Result<SamplePreview> {
            return previewOf(samplingUnits(study->runs, *book, design.categoryBy, families), design, codebook);
        },
        [this](const Result<SamplePreview> &made) { m_page.designer()->setPreview(*made); });
}

void SampleDesk::freeze(const SampleDesign &design)
{
    if (!m_journal)
        return;
    if (design.byFamily && !m_hasFamilies)
        emit problem(tr("The families of failures are still being looked for. Freeze the sample when they are there."));
    else
        draw(unitsFor(design), design);
}

/// All of one family, in a row.
void SampleDesk::freezeFamily(const FailureFamily &family)
{
    if (!m_journal)
        return;
    const SampleDesign design{.title = tr("Family: %1").arg(family.title),
        .size = static_cast<int>(family.runs.size()),
        .annotators = {m_annotator},
        .byFamily = true};
    auto units = unitsFor(design);
    std::erase_if(
        units, [&](const SamplingUnit &unit) { return !std::ranges::binary_search(family.runs, unit.run.id); });
    draw(units, design);
}

void SampleDesk::draw(const std::vector<SamplingUnit> &units, const SampleDesign &design)
{
    const auto drawn = drawSample(units, design, m_journal->codebook());
    if (drawn)
        store(*drawn);
    else
        emit problem(sentenceOf(drawn.error()));
}

void SampleDesk::store(const Sample &sample)
{
    auto made = sample;
    made.createdBy = m_annotator;
    made.created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    m_freezing = true;
    m_journal->freeze(made).then(this, [this, id = made.id, count = made.items.size()](const Result<> &frozen) {
        if (!frozen) {
            m_freezing = false;
            emit problem(sentenceOf(frozen.error()));
            return;
        }
        // The journal's own news of it is on its way to this thread.
        const auto tell = [this, id, count] {
            m_freezing = false;
            emit told(tr("The sample is frozen: %n item(s).", nullptr, static_cast<int>(count)));
            emit sampleMade(id);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void SampleDesk::findFamilies()
{
    const auto study = m_study.snapshot();
    if (!study || m_families.isRunning())
        return;
    m_page.families()->setBusy(true);
    m_families.start(
        [study](const Progress &progress) -> Result<std::vector<FailureFamily>> {
            return failureTracesInStore(study->path, *study, progress).transform([](const auto &traces) {
                return failureFamilies(traces);
            });
        },
        [this](const Result<std::vector<FailureFamily>> &found) {
            m_page.families()->setBusy(false);
            if (!found) {
                emit problem(sentenceOf(found.error()));
                return;
            }
            m_hasFamilies = true;
            for (const auto &family : *found) {
                for (const auto run : family.runs)
                    m_familyOf[run] = family.id;
            }
            m_page.families()->setFamilies(*found);
            preview(m_page.designer()->design());
        });
}

void SampleDesk::saveCodebook(const Codebook &version)
{
    if (!m_journal)
        return;
    m_journal->save(version).then(this, [this, version](const Result<> &saved) {
        if (!saved)
            emit problem(sentenceOf(saved.error()));
        else
            relabelSplits(version);
    });
}

/// A split leaves labels open: they wait in a sample of their own.
void SampleDesk::relabelSplits(const Codebook &version)
{
    if (version.changes.empty() || version.changes.back().kind != CodebookChange::Kind::Split)
        return;
    const auto sample = relabelSample(*m_journal->book(), version, version.changes.back().codes.first());
    if (sample)
        store(*sample);
    else
        emit told(tr("The code is split. No label is affected."));
}

} // namespace Decayscope
