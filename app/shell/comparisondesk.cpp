// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparisondesk.h"

#include "studycontroller.h"
#include "studyfiles.h"

#include <pages/sidespage.h>
#include <workspace/assertionreading.h>
#include <workspace/workspace.h>

#include <QFileDialog>
#include <QFileInfo>

namespace Decayscope {

namespace {

/// The file of a study as one name, however it was written.
QString wholePath(const QString &path)
{
    const auto real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? path : real;
}

} // namespace

/// All that a comparison needs in the pool.
struct ComparisonDesk::Work
{
    ComparedSide a;
    ComparedSide b;
    SideComparisonOptions options;
};

ComparisonDesk::ComparisonDesk(StudyController &study, SidesPage &page, QWidget *window)
    : QObject(window)
    , m_study(study)
    , m_page(page)
    , m_window(window)
    , m_computing(&m_pool, this)
    , m_opening(&m_pool, this)
{
    connect(&page, &SidesPage::sidesChosen, this, &ComparisonDesk::compute);
    connect(&page, &SidesPage::studyRequested, this, &ComparisonDesk::askForFile);
}

ComparisonDesk::~ComparisonDesk() = default;

void ComparisonDesk::takeStudy()
{
    m_computing.cancel();
    m_opening.cancel();
    m_others.clear();
    m_shown.reset();
    m_outcomes.reset();
    m_isFresh = true;
    m_page.setState(ViewState::loading(tr("Comparing …")));
}

void ComparisonDesk::show(const RunFilter &filter, ScoreChoice score)
{
    const auto study = m_study.snapshot();
    if (!study || (study == m_shown && filter == m_filter && score == m_score))
        return;
    if (study != m_shown)
        m_outcomes.reset();
    m_shown = study;
    m_filter = filter;
    m_score = score;
    offer();
    compute();
}

/// What there is to choose from; the first time the most telling sides are chosen.
void ComparisonDesk::offer()
{
    std::vector<StudyOffer> studies{studyOffer(*m_shown, {})};
    for (const auto &[path, other] : m_others)
        studies.push_back(studyOffer(*other.study, path));
    m_page.setStudies(studies);
    const auto presets = sidesPresets(*m_shown);
    m_page.setPresets(presets);
    if (std::exchange(m_isFresh, false))
        m_page.setSides(presets.empty() ? SidesChoice() : presets.front().sides);
}

std::shared_ptr<const StudySnapshot> ComparisonDesk::studyOf(const SideChoice &side) const
{
    const auto other = m_others.find(side.study);
    return other == m_others.end() ? m_shown : other->second.study;
}

ComparisonDesk::Work ComparisonDesk::work() const
{
    const auto sides = m_page.sides();
    const auto made = [this](const SideChoice &choice) {
        const auto study = studyOf(choice);
        const auto other = m_others.find(choice.study);
        return ComparedSide{.study = study,
            .assertions = other == m_others.end() ? m_outcomes : other->second.assertions,
            .filter = intersected(m_filter, choice.filter()),
            .name = sideName(choice, *study)};
    };
    return {.a = made(sides.a),
        .b = made(sides.b),
        .options = {.mode = scoreModeOf(m_score), .verifiers = verifiersOf(m_score)}};
}

void ComparisonDesk::compute()
{
    if (!m_shown)
        return;
    if (m_page.sides().a == m_page.sides().b) {
        m_computing.cancel();
        return m_page.setState(ViewState::empty(
            tr("Both sides are the same"), tr("Choose another scaffold, model or study for one of them.")));
    }
    m_page.setState(ViewState::loading(tr("Comparing …")));
    m_computing.start([work = work()](const Progress &) { return computed(work); },
        [this](const Result<Computed> &result) {
            if (result)
                return take(*result);
            m_page.setState(ViewState::empty(tr("There is nothing to compare"), sentenceOf(result.error())));
        });
}

/// Outcomes of a study are read once. Where that fails, the rest is compared all the same.
Result<ComparisonDesk::Computed> ComparisonDesk::computed(Work work)
{
    Computed answer;
    for (auto *side : {&work.a, &work.b}) {
        if (side->assertions)
            continue;
        const auto &path = side->study->path;
        if (const auto known = answer.outcomes.find(path); known != answer.outcomes.end()) {
            side->assertions = known->second;
            continue;
        }
        const auto read = assertionOutcomesInStore(path);
        if (!read) {
            answer.unread << sentenceOf(read.error());
            continue;
        }
        side->assertions = *read;
        answer.outcomes.emplace(path, *read);
    }
    auto comparison = compareSides(work.a, work.b, work.options);
    if (!comparison)
        return std::unexpected(std::move(comparison.error()));
    answer.comparison = std::move(*comparison);
    return answer;
}

void ComparisonDesk::take(const Computed &computed)
{
    for (const auto &[path, outcomes] : computed.outcomes) {
        if (path == m_shown->path)
            m_outcomes = outcomes;
        for (auto &[file, other] : m_others) {
            if (other.study->path == path)
                other.assertions = outcomes;
        }
    }
    m_page.setComparison(computed.comparison);
    if (!computed.unread.isEmpty())
        emit problem(computed.unread.first());
}

void ComparisonDesk::askForFile(bool forB)
{
    const auto path = QFileDialog::getOpenFileName(
        m_window, tr("Study to compare with"), {}, tr("Studies (*.%1)").arg(studySuffix));
    if (!path.isEmpty())
        openStudy(path, forB);
}

void ComparisonDesk::openStudy(const QString &path, bool forB)
{
    const auto file = wholePath(path);
    if (m_shown && file == wholePath(m_shown->path))
        return emit problem(tr("%1 is the study that is open already.").arg(path));
    m_opening.start(
        [file](const Progress &) -> Result<OtherStudy> {
            return readSnapshot(file).transform([](StudySnapshot study) {
                return OtherStudy{.study = std::make_shared<const StudySnapshot>(std::move(study)), .assertions = {}};
            });
        },
        [this, forB](const Result<OtherStudy> &other) {
            if (!other)
                return emit problem(sentenceOf(other.error()));
            takeOpened(*other, forB);
        });
}

void ComparisonDesk::takeOpened(const OtherStudy &other, bool forB)
{
    const auto &path = other.study->path;
    m_others.insert_or_assign(path, other);
    if (!m_shown)
        return;
    offer();
    auto sides = m_page.sides();
    (forB ? sides.b : sides.a).study = path;
    m_page.setSides(sides);
    compute();
}

} // namespace Decayscope
