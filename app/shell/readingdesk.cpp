// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "readingdesk.h"

#include "commands.h"
#include "comparecontroller.h"
#include "deeplink.h"
#include "studycontroller.h"

#include <pages/runheader.h>
#include <pages/searchpanel.h>
#include <report/runhtml.h>
#include <runview/codepane.h>
#include <runview/compareview.h>
#include <runview/turnlistview.h>

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr std::size_t mostCompared = 4;

/// The old page stays where the new one cannot be written.
Result<> writePage(
    const QString &path, const RunReading &reading, const RunHtmlSource &source, const Progress &progress)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::Unreadable,
            ReadingDesk::tr("Cannot write “%1”: %2. Choose another folder.").arg(path, file.errorString()));
    return writeRunHtml(file, reading, source, progress).and_then([&]() -> Result<> {
        if (file.commit())
            return {};
        return failure(ErrorKind::Unreadable,
            ReadingDesk::tr("Cannot write “%1”: %2. Choose another folder.").arg(path, file.errorString()));
    });
}

} // namespace

ReadingDesk::ReadingDesk(StudyController &study, const Pages &pages, CommandSet &commands, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_pages(pages)
    , m_commands(commands)
    , m_runs(study)
    , m_comparison(new CompareController(study, pages.compare, this))
    , m_export(&m_pool, this)
{
    connectPage();
    connectCommands();
    connectSearch();
    refreshCommands();
}

void ReadingDesk::takeStudy()
{
    m_marked.clear();
    m_list.clear();
    m_runs.close();
    m_comparison->close();
    m_place = {};
    m_wanted.reset();
    m_pages.run.setState(ViewState::empty(tr("No run is open"), tr("Choose one on the Runs page and press Enter.")));
    refreshCommands();
}

void ReadingDesk::takeChange()
{
    const auto study = m_study.snapshot();
    const auto &reading = m_pages.run.reading();
    if (!study || !reading)
        return;
    const auto run = std::ranges::find(study->runs, reading->run.id, &Run::id);
    if (run == study->runs.end() || *run != reading->run)
        m_runs.close();
}

void ReadingDesk::show(const Place &place)
{
    m_place = place;
    if (place.page == Page::Compare) {
        m_comparison->show(place.compared);
        for (const auto run : place.compared)
            emit readRun(run);
    }
    if (place.page != Page::Run || !place.run) {
        refreshCommands();
        return;
    }
    const bool isOpen = m_runs.run() == place.run->run && m_pages.run.reading();
    m_wanted = place.run;
    if (isOpen)
        m_pages.run.showPlace({place.run->turn, place.run->file, place.run->line});
    m_runs.open(place.run->run);
    refreshCommands();
}

void ReadingDesk::read(const RunPlace &place)
{
    auto next = m_place;
    next.page = Page::Run;
    next.run = place;
    emit visited(next);
}

void ReadingDesk::compare(const std::vector<RunId> &runs)
{
    auto next = m_place;
    next.page = Page::Compare;
    next.compared = runs;
    if (next.compared.size() > mostCompared)
        next.compared.resize(mostCompared);
    emit visited(next);
}

void ReadingDesk::followLink(const QString &text)
{
    const auto link = readLink(text);
    const auto study = m_study.snapshot();
    if (!link) {
        emit problem(sentenceOf(link.error()));
        return;
    }
    if (!study || link->storeId != study->storeId) {
        emit problem(tr("The link leads into another study. Open that study first, then follow the link again."));
        return;
    }
    if (std::ranges::find(study->runs, link->place.run, &Run::id) == study->runs.end())
        emit problem(tr("The link leads to run %1, which is not in this study.").arg(link->place.run.value));
    else
        read(link->place);
}

void ReadingDesk::exportRun(const QString &path)
{
    const auto study = m_study.snapshot();
    const auto reading = m_pages.run.reading();
    if (!study || !reading)
        return;
    const auto *style = study->styleOf(reading->run.key.configuration);
    const RunHtmlSource source{.study = study->name,
        .link = linkText({study->storeId, {.run = reading->run.id}}),
        .program = u"Decayscope " % QCoreApplication::applicationVersion(),
        .configuration = style ? style->displayName : reading->run.key.configuration.model};
    m_export.start(
        [reading, source, path](const Progress &progress) { return writePage(path, *reading, source, progress); },
        [this, path](const Result<> &written) {
            if (written)
                emit told(tr("The run was written to %1.").arg(QDir::toNativeSeparators(path)));
            else
                emit problem(sentenceOf(written.error()));
        });
}

QString ReadingDesk::link() const
{
    return linkTo(m_pages.run.place());
}

QString ReadingDesk::linkTo(const ReadingPlace &place) const
{
    const auto study = m_study.snapshot();
    if (!study || m_place.page != Page::Run || !m_place.run)
        return {};
    return linkText({study->storeId, *placeAt(place).run});
}

bool ReadingDesk::isBusy() const
{
    return m_runs.isBusy() || m_comparison->isBusy() || m_search.isRunning();
}

QString ReadingDesk::titleOf(RunId id) const
{
    const auto study = m_study.snapshot();
    const auto run = study ? std::ranges::find(study->runs, id, &Run::id) : std::vector<Run>::const_iterator();
    if (!study || run == study->runs.end())
        return tr("run %1").arg(id.value);
    const auto *style = study->styleOf(run->key.configuration);
    return QStringLiteral("%1 — %2 — run_%3")
        .arg(style ? style->displayName : run->key.configuration.model, taskTitle(run->task))
        .arg(run->key.trial);
}

void ReadingDesk::connectPage()
{
    auto &page = m_pages.run;
    connect(&m_runs, &RunController::opened, this, &ReadingDesk::take);
    connect(&m_runs, &RunController::digestReady, &page, &RunPage::setDigest);
    connect(&m_runs, &RunController::codeReady, this, &ReadingDesk::takeCode);
    connect(&m_runs, &RunController::failed, this, [this](const QString &sentence) {
        m_pages.run.setState(ViewState::failed(tr("This run cannot be read"), sentence));
    });
    connect(m_comparison, &CompareController::failed, this, &ReadingDesk::problem);
    connect(&m_pages.compare, &CompareView::runRequested, this, [this](RunId run) { read({.run = run}); });
    connect(&page, &RunPage::previousRequested, this, [this] { step(-1); });
    connect(&page, &RunPage::nextRequested, this, [this] { step(1); });
    connect(&page, &RunPage::markRequested, this, &ReadingDesk::toggleMark);
    connect(&page, &RunPage::told, this, &ReadingDesk::told);
    connect(&page, &RunPage::linkRequested, this, [this](int turn) { emit linkRequested(linkTo({.turn = turn})); });
    connect(&page, &RunPage::placeMoved, this, [this] {
        m_place = placeAt(m_pages.run.place());
        m_wanted.reset();
        emit moved(m_place);
    });
    connect(&page, &RunPage::placeLeft, this, [this](const ReadingPlace &from) {
        emit moved(placeAt(from));
        m_place = placeAt(m_pages.run.place());
        m_wanted.reset();
        emit left(m_place);
    });
}

void ReadingDesk::connectSearch()
{
    m_pages.search.setRunTitles([this](RunId run) { return titleOf(run); });
    connect(&m_pages.search, &SearchPanel::searchRequested, this, &ReadingDesk::search);
    connect(&m_pages.search, &SearchPanel::hitChosen, this, &ReadingDesk::openHit);
    connect(&m_search, &QFutureWatcherBase::finished, this, [this] {
        if (m_search.future().resultCount() == 0)
            return;
        const auto page = m_search.result();
        if (page)
            m_pages.search.setPage(*page);
        else if (page.error().kind != ErrorKind::Cancelled)
            m_pages.search.setProblem(sentenceOf(page.error()));
    });
}

void ReadingDesk::take(const std::shared_ptr<const RunReading> &reading)
{
    const auto study = m_study.snapshot();
    const auto *style = study ? study->styleOf(reading->run.key.configuration) : nullptr;
    const auto &who = reading->run.key.configuration;
    m_pages.run.setReading(reading, style ? style->displayName : QString(who.model % u" · " % who.scaffold));
    if (m_wanted)
        m_pages.run.showPlace({m_wanted->turn, m_wanted->file, m_wanted->line});
    refreshCommands();
    emit readRun(reading->run.id);
}

void ReadingDesk::takeCode(const CodeReading &code)
{
    m_pages.run.setHistory(code.history);
    m_pages.run.setLinks(code.links);
    m_pages.run.setLayers(code.layers, code.syntaxLayers);
    if (m_wanted)
        m_pages.run.showPlace({m_wanted->turn, m_wanted->file, m_wanted->line});
}

void ReadingDesk::step(int by)
{
    if (m_place.page != Page::Run || !m_place.run)
        return;
    const auto runs = runsInList();
    const auto at = std::ranges::find(runs, m_place.run->run);
    const auto next = at == runs.end() ? 0 : at - runs.begin() + by;
    if (next < 0 || next >= std::ssize(runs))
        return;
    read({.run = runs[static_cast<std::size_t>(next)]});
}

void ReadingDesk::toggleMark()
{
    if (!m_place.run)
        return;
    const auto run = m_place.run->run;
    if (std::erase(m_marked, run) == 0) {
        if (m_marked.size() == mostCompared)
            m_marked.erase(m_marked.begin());
        m_marked.push_back(run);
        emit told(tr("%n run(s) marked for comparing", nullptr, static_cast<int>(m_marked.size())));
    }
    refreshCommands();
}

void ReadingDesk::compareMarked()
{
    auto runs = m_marked;
    if (m_place.page == Page::Run && m_place.run && std::ranges::find(runs, m_place.run->run) == runs.end())
        runs.push_back(m_place.run->run);
    if (runs.size() < 2)
        emit problem(tr("Mark a second run first: comparing takes two to four."));
    else
        compare(runs);
}

void ReadingDesk::search(SearchRequest request)
{
    if (m_pages.search.isWithinFilter()) {
        const auto runs = runsOfFilter();
        request.runs.emplace(runs.begin(), runs.end());
    }
    m_search.cancel();
    m_search.setFuture(m_study.search(request));
}

void ReadingDesk::openHit(const SearchHit &hit)
{
    m_pages.run.turns()->highlight(m_pages.search.query());
    read({.run = hit.run, .turn = std::max(0, hit.turn)});
}

/// The list the run was chosen from; for a run that came another way, the runs of the filter.
std::vector<RunId> ReadingDesk::runsInList() const
{
    const bool isFromList = m_place.run && std::ranges::find(m_list, m_place.run->run) != m_list.end();
    return isFromList ? m_list : runsOfFilter();
}

std::vector<RunId> ReadingDesk::runsOfFilter() const
{
    std::vector<RunId> ids;
    const auto study = m_study.snapshot();
    if (!study)
        return ids;
    const auto filter = intersected(m_place.filter, m_place.origin);
    for (const auto &run : study->runs) {
        if (filter.accepts(run))
            ids.push_back(run.id);
    }
    return ids;
}

Place ReadingDesk::placeAt(const ReadingPlace &place) const
{
    auto at = m_place;
    if (at.run)
        at.run = RunPlace{.run = at.run->run, .turn = std::max(0, place.turn), .file = place.file, .line = place.line};
    return at;
}

} // namespace Decayscope
