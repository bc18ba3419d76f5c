// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The run of the item at hand, as its annotator may see it; the item's label stands in labeldesk.cpp.

#include "labeldesk.h"
#include "studycontroller.h"

#include <blinding/blinding.h>
#include <pages/labelpage.h>
#include <pages/runevidence.h>
#include <workspace/labeljournal.h>

#include <QApplication>

#include <algorithm>

namespace Decayscope {

void LabelDesk::connectRun()
{
    auto *run = m_page.run();
    connect(&m_runs, &RunController::opened, this, &LabelDesk::take);
    connect(&m_runs, &RunController::digestReady, run, &RunPage::setDigest);
    connect(&m_runs, &RunController::codeReady, this, [run](const CodeReading &code) {
        run->setHistory(code.history);
        run->setLinks(code.links);
        run->setLayers(code.layers, code.syntaxLayers);
    });
    connect(&m_runs, &RunController::failed, this,
        [run](const QString &sentence) { run->setState(ViewState::failed(tr("This run cannot be read"), sentence)); });
    connect(run, &RunPage::previousRequested, this, [this] { step(-1); });
    connect(run, &RunPage::nextRequested, this, [this] { step(1); });
    connect(run, &RunPage::told, this, &LabelDesk::told);
    connect(qApp, &QApplication::focusChanged, this, [this, run](QWidget *, QWidget *now) {
        if (now && run->isAncestorOf(now))
            m_pointed = now;
    });
}

void LabelDesk::openRun(const ItemState &state)
{
    const auto run = runOf(*m_sample, keyAt(m_row).item);
    if (!run) {
        m_page.run()->setState(ViewState::failed(tr("This run is not in the study"),
            tr("Import the results it belongs to; its label can be made without it.")));
        return;
    }
    if (!isBlind(state)) {
        m_runs.open(*run);
        return;
    }
    if (!m_mask)
        m_mask = std::make_shared<const IdentityMask>(m_study.snapshot()->styles, m_sample->maskRules);
    m_runs.open(*run, [mask = m_mask](const RunController::Reading &reading) { return blindReading(reading, *mask); });
}

void LabelDesk::take(const std::shared_ptr<const RunReading> &reading)
{
    if (m_row < 0)
        return;
    const auto &who = reading->run.key.configuration;
    const auto *style = m_study.snapshot()->styleOf(who);
    m_page.run()->setReading(reading, style ? style->displayName : who.model);
    if (const auto place = m_places.find(keyAt(m_row)); place != m_places.end())
        m_page.run()->showPlace(place->second);
    refreshCommands();
}

/// From now on the item counts as not blind, whatever is shown of it.
void LabelDesk::reveal()
{
    if (m_row < 0)
        return;
    act(Revealed{QStringLiteral("identity")});
    m_places[keyAt(m_row)] = m_page.run()->place();
    m_runs.close();
    openRun(m_journal->state(m_annotator, keyAt(m_row)));
}

void LabelDesk::addEvidence(const QWidget *pointing)
{
    if (auto evidence = evidenceAt(*m_page.run(), pointing))
        act(EvidenceAdded{std::move(*evidence)});
}

bool LabelDesk::isBlind(const ItemState &state) const
{
    return m_sample && m_sample->design.blind && !state.isRevealed;
}

std::optional<RunId> LabelDesk::runOf(const Sample &sample, int item) const
{
    const auto study = m_study.snapshot();
    if (!study || item < 0 || item >= std::ssize(sample.items))
        return {};
    const auto &target = sample.items[static_cast<std::size_t>(item)].target;
    const auto run = std::ranges::find_if(study->runs, [&](const Run &candidate) { return target.means(candidate); });
    return run == study->runs.end() ? std::nullopt : std::optional(run->id);
}

} // namespace Decayscope
