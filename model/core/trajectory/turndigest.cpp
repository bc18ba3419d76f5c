// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turndigest.h"

#include "loopfinder.h"
#include "testsigns.h"

#include <code/shelledits.h>

#include <QHash>
#include <QThreadPool>

#include <algorithm>
#include <array>
#include <atomic>

namespace Decayscope {

namespace {

constexpr qsizetype longestTitle = 160;
constexpr int turnsAChunk = 8;

int linesIn(QStringView text)
{
    if (text.isEmpty())
        return 0;
    const auto feeds = std::ranges::count(text, u'\n');
    return static_cast<int>(
        std::min<qsizetype>(feeds + (text.endsWith(u'\n') ? 0 : 1), std::numeric_limits<int>::max()));
}

/// A line of a shell text that only prepares what follows.
bool isPreparation(QStringView line)
{
    const bool changesFolder = line.startsWith(u"cd ") && !line.contains(u"&&") && !line.contains(u';');
    return line.startsWith(u'#') || line.startsWith(u"set -") || changesFolder;
}

/// What is left of a command behind the folder it begins in.
QStringView withoutFolder(QStringView line)
{
    if (!line.startsWith(u"cd "))
        return line;
    const auto joint = line.indexOf(u"&&");
    return joint < 0 || joint + 2 >= line.size() ? line : line.sliced(joint + 2).trimmed();
}

QStringView withoutMarks(QStringView line)
{
    while (!line.isEmpty()
        && (line.front() == u'#' || line.front() == u'*' || line.front() == u'>' || line.front() == u' '))
        line = line.sliced(1);
    constexpr QStringView thought = u"THOUGHT:";
    if (line.trimmed().startsWith(thought, Qt::CaseInsensitive))
        line = line.trimmed().sliced(thought.size());
    while (line.endsWith(u'*'))
        line.chop(1);
    return line.trimmed();
}

bool saysSomething(QStringView line)
{
    return std::ranges::any_of(line, [](QChar c) { return c.isLetterOrNumber(); });
}

QString shortened(QStringView line)
{
    auto title = line.first(std::min(line.size(), longestTitle * 4)).toString().simplified();
    if (title.size() <= longestTitle)
        return title;
    title.truncate(longestTitle - 1);
    if (title.back().isHighSurrogate())
        title.chop(1);
    return title + u'…';
}

/// The first line that says something; of commands the first that does something, if there is one.
QString firstLine(const TurnPart &part)
{
    const QStringView text(part.text);
    QStringView prepared;
    for (qsizetype begin = 0; begin < text.size();) {
        auto end = text.indexOf(u'\n', begin);
        end = end < 0 ? text.size() : end;
        auto line = text.sliced(begin, end - begin).trimmed();
        begin = end + 1;
        if (part.kind == PartKind::Text || part.kind == PartKind::Reasoning)
            line = withoutMarks(line);
        if (!saysSomething(line))
            continue;
        if (part.kind != PartKind::Command)
            return shortened(line);
        if (!isPreparation(line))
            return shortened(withoutFolder(line));
        if (prepared.isEmpty())
            prepared = line;
    }
    return shortened(prepared);
}

QString titleOf(const TurnContent &turn)
{
    constexpr std::array order{PartKind::Command, PartKind::Edit, PartKind::Error, PartKind::Text, PartKind::Reasoning,
        PartKind::Output, PartKind::Image, PartKind::Raw};
    for (const auto kind : order) {
        for (const auto &part : turn.parts) {
            if (part.kind != kind)
                continue;
            if (kind == PartKind::Raw && !turn.name.isEmpty())
                return shortened(turn.name);
            auto title = firstLine(part);
            if (!title.isEmpty())
                return title;
        }
    }
    return shortened(turn.name);
}

/// Hashes a command's words: neither white space nor a folder before it nor where its errors go makes it another.
class CommandHasher
{
public:
    void add(QStringView text)
    {
        text = withoutFolder(text.trimmed());
        for (qsizetype begin = 0; begin < text.size();) {
            auto end = begin;
            while (end < text.size() && !text[end].isSpace())
                ++end;
            const auto word = text.sliced(begin, end - begin);
            if (!word.isEmpty() && word != u"2>&1")
                mix(qHash(word, 1));
            begin = end + 1;
        }
    }

    void addExactly(QStringView text) { mix(qHash(text, 2)); }
    void addNumber(int number) { mix(static_cast<std::size_t>(number) + 3); }

    /// Never 0 once something was added.
    [[nodiscard]] std::size_t hash() const { return m_count == 0 ? 0 : std::max<std::size_t>(m_hash, 1); }

private:
    void mix(std::size_t value)
    {
        m_hash ^= value + 0x9e3779b97f4a7c15U + (m_hash << 6U) + (m_hash >> 2U);
        ++m_count;
    }

    std::size_t m_hash = 0;
    std::size_t m_count = 0;
};

bool isAsked(const TurnPart &part)
{
    return part.edit && part.edit->evidence == FileEdit::Evidence::Asked;
}

std::size_t commandHashOf(const TurnContent &turn)
{
    CommandHasher hasher;
    for (const auto &part : turn.parts) {
        if (part.kind == PartKind::Command)
            hasher.add(part.text);
        if (!isAsked(part))
            continue;
        hasher.addNumber(static_cast<int>(part.edit->kind));
        hasher.addNumber(part.edit->line);
        hasher.addExactly(part.edit->path);
        hasher.addExactly(part.edit->before.value_or(QString()));
        hasher.addExactly(part.edit->after);
    }
    return hasher.hash();
}

constexpr qsizetype longestShellText = 1'000'000; ///< Characters; a longer command is data rather than a script.

/// Logs, scratch files and what a package manager notes down are not what a reader looks for among the edits.
bool isOfTheProject(const FileEdit &edit)
{
    constexpr std::array<QStringView, 5> scratchFolders{u"/tmp/", u"/dev/", u"/proc/", u"/var/", u"/root/"};
    constexpr std::array<QStringView, 4> scratchEndings{u".log", u".pid", u".out", u".err"};
    constexpr std::array<QStringView, 7> managed{u"package.json", u"package-lock.json", u"yarn.lock", u"pnpm-lock.yaml",
        u"uv.lock", u"poetry.lock", u"pyproject.toml"};
    const auto &path = edit.path;
    const bool isManaged = edit.kind == FileEdit::Kind::Opaque
        && std::ranges::any_of(managed, [&path](QStringView name) { return path.endsWith(name); });
    return !path.isEmpty() && !isManaged
        && std::ranges::none_of(scratchFolders, [&path](QStringView folder) { return path.startsWith(folder); })
        && std::ranges::none_of(scratchEndings, [&path](QStringView ending) { return path.endsWith(ending); });
}

bool editsByShell(const TurnPart &part)
{
    if (part.kind != PartKind::Command || part.edit || part.text.size() > longestShellText)
        return false;
    return std::ranges::any_of(shellEdits(part.text, part.workingFolder), isOfTheProject);
}

/// Digests turns until there are none left; several threads share one.
class DigestWork
{
public:
    DigestWork(const TurnSource &turns, const Progress &progress)
        : m_turns(turns)
        , m_progress(progress)
        , m_digests(static_cast<std::size_t>(std::max(turns.count(), 0)))
    { }

    void run()
    {
        const auto count = static_cast<int>(m_digests.size());
        for (auto first = m_next.fetch_add(turnsAChunk); first < count; first = m_next.fetch_add(turnsAChunk)) {
            const auto last = std::min(first + turnsAChunk, count);
            for (auto i = first; i < last; ++i) {
                if (m_isCancelled || m_progress.isCancelled()) {
                    m_isCancelled = true;
                    return;
                }
                m_digests[static_cast<std::size_t>(i)] = digestOf(m_turns.turn(i));
            }
        }
    }

    [[nodiscard]] std::vector<TurnDigest> finish()
    {
        return m_isCancelled ? std::vector<TurnDigest>() : std::move(m_digests);
    }

private:
    const TurnSource &m_turns;
    const Progress &m_progress;
    std::vector<TurnDigest> m_digests;
    std::atomic<int> m_next = 0;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace

TurnDigest digestOf(const TurnContent &turn)
{
    TurnDigest digest{.role = turn.role, .kind = turn.kind, .title = titleOf(turn)};
    qint64 lines = 0;
    for (const auto &part : turn.parts) {
        lines += linesIn(part.text);
        digest.characters += part.text.size();
        digest.isError = digest.isError || part.isError || part.kind == PartKind::Error;
        digest.editsFiles = digest.editsFiles || part.edit || editsByShell(part);
        digest.runsTests = digest.runsTests || (part.kind == PartKind::Command && runsTests(part.text));
        if (!part.edit)
            continue;
        lines += linesIn(part.edit->after);
        digest.characters += part.edit->after.size();
    }
    digest.lines = static_cast<int>(std::min<qint64>(lines, std::numeric_limits<int>::max()));
    digest.returnCode = turn.returnCode();
    digest.isError = digest.isError || turn.kind == TurnKind::Error || digest.returnCode.value_or(0) != 0;
    digest.time = turn.time;
    digest.tokens = turn.tokens;
    digest.cost = turn.cost;
    digest.commandHash = commandHashOf(turn);
    return digest;
}

TrajectoryDigest digestOf(const TurnSource &turns, const Progress &progress)
{
    DigestWork work(turns, progress);
    // Its own pool: the caller may itself be a job of the global one, which could have no thread left.
    QThreadPool helpers;
    for (int i = 1; i < helpers.maxThreadCount(); ++i)
        helpers.start([&work] { work.run(); });
    work.run();
    helpers.waitForDone();
    TrajectoryDigest digest{.turns = work.finish(), .loops = {}};
    findLoops(digest);
    return digest;
}

} // namespace Decayscope
