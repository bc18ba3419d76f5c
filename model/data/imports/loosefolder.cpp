// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loosefolder.h"

#include "classicevents.h"
#include "directory.h"
#include "runfiles.h"

#include <QFile>

#include <algorithm>

namespace Decayscope {

namespace {

using Kind = LooseCandidate::Kind;

constexpr int deepestLevel = 24;
constexpr std::size_t mostCandidates = 1'000'000;
constexpr qint64 headBytes = 512;

class LooseScan
{
public:
    explicit LooseScan(const Progress &progress)
        : m_progress(progress)
    { }

    /// False once cancelled.
    bool visit(const Directory &folder, const QString &path, int level);

    LooseWalk walk;

private:
    bool visitEntry(const Directory &folder, const DirectoryEntry &entry, const QString &path, int level);
    void visitFile(const QString &path);
    std::optional<Kind> conversationKind(const Directory &folder, const std::vector<DirectoryEntry> &entries);
    void refuse(const QString &path, const QString &reason) { walk.refused.push_back({path, reason}); }

    const Progress &m_progress;
};

/// Whether a folder is a conversation, by its state or the names in its folder of events.
std::optional<Kind> LooseScan::conversationKind(const Directory &folder, const std::vector<DirectoryEntry> &entries)
{
    const auto has = [&entries](QByteArrayView name, EntryType type) {
        return std::ranges::any_of(
            entries, [&](const DirectoryEntry &entry) { return entry.name == name && entry.type == type; });
    };
    if (has("base_state.json", EntryType::File))
        return Kind::Conversation;
    if (!has("events", EntryType::Folder))
        return {};
    const auto below = folder.folder("events");
    const auto events = below ? below->entries() : std::vector<DirectoryEntry>();
    if (!events)
        return {};
    for (const auto &event : *events) {
        const auto name = QFile::decodeName(event.name);
        if (eventIndex(name))
            return Kind::Conversation;
        if (classicEventIndex(name))
            return Kind::ClassicEvents;
    }
    return {};
}

bool LooseScan::visit(const Directory &folder, const QString &path, int level)
{
    if (m_progress.isCancelled())
        return false;
    const auto entries = folder.entries();
    if (!entries) {
        refuse(path, QStringLiteral("It cannot be read: %1.").arg(entries.error().message));
        return true;
    }
    const auto conversation = conversationKind(folder, *entries);
    if (conversation) {
        walk.candidates.push_back({*conversation, path});
        return true;
    }
    for (const auto &entry : *entries) {
        const QString below = (path.endsWith(u'/') ? path : path + u'/') + QFile::decodeName(entry.name);
        if (!entry.name.startsWith('.') && !visitEntry(folder, entry, below, level + 1))
            return false;
    }
    return true;
}

bool LooseScan::visitEntry(const Directory &folder, const DirectoryEntry &entry, const QString &path, int level)
{
    switch (entry.type) {
    case EntryType::File:
        if (walk.candidates.size() < mostCandidates)
            visitFile(path);
        return true;
    case EntryType::Link:
        refuse(path, QStringLiteral("It is a symbolic link, and links are not followed. Import what it points to."));
        return true;
    case EntryType::Other:
        return true;
    case EntryType::Folder:
        break;
    }
    if (level > deepestLevel || entry.name == "event_cache") // the same events again
        return true;
    const auto below = folder.folder(entry.name);
    if (below)
        return visit(*below, path, level);
    refuse(path, QStringLiteral("It cannot be read: %1.").arg(below.error().message));
    return true;
}

void LooseScan::visitFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto head = file.read(headBytes);
    if (head.startsWith("PK\x03\x04"))
        walk.candidates.push_back({Kind::Zip, path});
    else if (mayBeLooseText(head))
        walk.candidates.push_back({Kind::File, path});
}

bool isPartOf(Kind kind, QStringView name)
{
    return kind == Kind::Conversation ? eventIndex(name).has_value() : classicEventIndex(name).has_value();
}

RawFile readIn(const Directory &folder, const QByteArray &name, const QString &path, RunFileKind kind)
{
    auto bytes = folder.file(name, maxRunFileBytes);
    RawFile file{.path = path, .bytes = {}, .problem = {}, .kind = kind};
    if (bytes)
        file.bytes = std::move(*bytes);
    else
        file.problem = QStringLiteral("It cannot be read: %1.").arg(bytes.error().message);
    return file;
}

} // namespace

Result<LooseWalk> walkLooseFolder(const QString &folder, const Progress &progress)
{
    const auto top = Directory::open(folder);
    if (!top)
        return failure(ErrorKind::Unreadable,
            QStringLiteral("Cannot read the folder \"%1\". Check that you may open it.").arg(folder),
            top.error().message);
    LooseScan scan(progress);
    if (!scan.visit(*top, folder, 0))
        return cancelled();
    std::ranges::sort(scan.walk.candidates, {}, &LooseCandidate::path);
    return std::move(scan.walk);
}

Result<LooseText> conversationIn(const LooseCandidate &candidate)
{
    const auto top = Directory::open(candidate.path);
    if (!top)
        return failure(ErrorKind::Unreadable, QStringLiteral("It cannot be read: %1.").arg(top.error().message));
    const auto session = candidate.path.sliced(candidate.path.lastIndexOf(u'/') + 1);
    LooseText text{.origin = candidate.path, .fileName = session};
    const auto isSdk = candidate.kind == Kind::Conversation;
    const auto entriesHere = top->entries();
    if (isSdk && entriesHere
        && std::ranges::contains(*entriesHere, QByteArray("base_state.json"), &DirectoryEntry::name))
        text.conversation.push_back(readIn(
            *top, "base_state.json", session + QLatin1StringView("/base_state.json"), RunFileKind::SessionState));
    const auto below = top->folder("events");
    const auto entries = below ? below->entries() : std::vector<DirectoryEntry>();
    for (const auto &entry : entries.value_or(std::vector<DirectoryEntry>())) {
        const auto name = QFile::decodeName(entry.name);
        if (entry.type == EntryType::File && isPartOf(candidate.kind, name))
            text.conversation.push_back(readIn(*below, entry.name, session + QLatin1StringView("/events/") + name,
                isSdk ? RunFileKind::SessionEvent : RunFileKind::ClassicEvent));
    }
    if (text.conversation.empty())
        return failure(ErrorKind::InvalidInput, QStringLiteral("The conversation holds no file that can be read."));
    return text;
}

} // namespace Decayscope
