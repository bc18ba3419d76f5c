// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loosetexts.h"
#include "runfiles.h"
#include "ziparchive.h"

#include <QHash>

#include <deque>
#include <map>

namespace Decayscope {

namespace {

constexpr qint64 maxConversationBytes = 256LL * 1024 * 1024;

/// What a first look over the archive's names found.
struct ZipLook
{
    bool isLog = false; ///< Of Inspect.
    LooseText log; ///< What it says of all samples.
    QHash<QByteArray, qint64> lastPlace; ///< Of a name that occurs again the last entry counts.
};

Result<ZipLook> lookThrough(const QString &path, const Progress &progress)
{
    auto archive = ZipArchive::open(path);
    if (!archive)
        return std::unexpected(std::move(archive.error()));
    ZipLook look;
    for (qint64 place = 0; place < maxZipEntries; ++place) {
        if (progress.isCancelled())
            return cancelled();
        auto entry = archive->next();
        if (!entry || !*entry)
            return look; // damage is met again, and told, when the entries are read
        if (auto checked = checkedZipEntry(**entry); !checked)
            return std::unexpected(std::move(checked.error()));
        look.lastPlace[(*entry)->name] = place;
        const auto isHead = (*entry)->name == "header.json" || (*entry)->name == "_journal/start.json";
        if (!isHead)
            continue;
        look.isLog = true;
        const auto contents = archive->contents(**entry, true, progress);
        if (!contents)
            return std::unexpected(contents.error());
        if (look.log.model.isEmpty())
            noteLog(look.log, contents->bytes);
    }
    return failure(ErrorKind::Refused, QStringLiteral("The archive has more than two million entries."));
}

/// The folder of a conversation an entry belongs to; nothing for other entries.
std::optional<QString> conversationOf(const QString &name)
{
    const auto slash = name.lastIndexOf(u'/');
    const auto folder = slash < 0 ? QString() : name.first(slash);
    const auto file = QStringView(name).sliced(slash + 1);
    if (file == QLatin1StringView("base_state.json"))
        return folder;
    const auto isEvent
        = eventIndex(file) && (folder == QLatin1StringView("events") || folder.endsWith(QLatin1StringView("/events")));
    return isEvent ? std::optional(folder.chopped(std::min<qsizetype>(folder.size(), 7))) : std::nullopt;
}

class ZipTexts final : public LooseTexts
{
public:
    ZipTexts(QString path, ZipLook look, ZipArchive archive)
        : m_path(std::move(path))
        , m_look(std::move(look))
        , m_archive(std::move(archive))
    { }

    Result<std::optional<LooseText>> next(const Progress &progress) override;

private:
    Result<> step(const Progress &progress);
    [[nodiscard]] bool counts(const QByteArray &name) const;
    void take(const ZipEntry &entry, ZipContents contents);
    void takeFile(const QString &folder, const QString &name, ZipContents contents);
    void finish();

    QString m_path;
    ZipLook m_look;
    ZipArchive m_archive;
    qint64 m_place = 0;
    std::deque<LooseText> m_ready;
    std::map<QString, std::vector<RawFile>> m_conversations;
    qint64 m_conversationBytes = 0;
    bool m_atEnd = false;
};

Result<std::optional<LooseText>> ZipTexts::next(const Progress &progress)
{
    while (m_ready.empty() && !m_atEnd) {
        if (auto done = step(progress); !done)
            return std::unexpected(std::move(done.error()));
    }
    if (m_ready.empty())
        return std::nullopt;
    auto text = std::move(m_ready.front());
    m_ready.pop_front();
    return text;
}

/// In a log only the samples are runs; elsewhere what is hidden is left alone.
bool ZipTexts::counts(const QByteArray &name) const
{
    if (m_look.isLog)
        return name.startsWith("samples/") && name.endsWith(".json");
    return !name.endsWith('/') && !name.startsWith('.') && !name.contains("/.") && !name.startsWith("__MACOSX");
}

Result<> ZipTexts::step(const Progress &progress)
{
    if (progress.isCancelled())
        return cancelled();
    auto entry = m_archive.next();
    if (!entry || !*entry) {
        finish();
        if (entry)
            return {};
        m_ready.push_back({.origin = m_path,
            .problem
            = QStringLiteral("The archive is damaged (%1); what follows cannot be read.").arg(entry.error().message)});
        return {};
    }
    const auto place = m_place++;
    if (!counts((*entry)->name) || m_look.lastPlace.value((*entry)->name, place) != place)
        return {};
    auto contents = m_archive.contents(**entry, true, progress);
    if (!contents)
        return std::unexpected(std::move(contents.error()));
    if (contents->isEnd)
        m_atEnd = true;
    const auto isShort = (*entry)->size > contents->bytes.size();
    if (contents->damage.isEmpty() && isShort)
        contents->damage = QStringLiteral("its end is missing");
    take(**entry, std::move(*contents));
    if (m_atEnd)
        finish();
    return {};
}

void ZipTexts::take(const ZipEntry &entry, ZipContents contents)
{
    const auto name = QString::fromUtf8(entry.name);
    if (const auto folder = conversationOf(name); folder && !m_look.isLog)
        return takeFile(*folder, name, std::move(contents));
    const auto isCandidate
        = m_look.isLog || mayBeLooseText(contents.bytes.first(std::min<qsizetype>(4096, contents.bytes.size())));
    if (!contents.damage.isEmpty() && !isCandidate && !contents.bytes.isEmpty())
        return;
    LooseText text{.origin = m_path + u'/' + name, .fileName = name.sliced(name.lastIndexOf(u'/') + 1)};
    text.model = m_look.log.model;
    text.time = m_look.log.time;
    if (!contents.damage.isEmpty()) {
        text.problem = QStringLiteral("It cannot be unpacked: %1.").arg(contents.damage);
        m_ready.push_back(std::move(text));
        return;
    }
    if (!isCandidate)
        return;
    text.bytes = std::move(contents.bytes);
    text.bytes.reserve(text.bytes.size() + spareBytes);
    for (auto &cut : cutTexts(std::move(text)))
        m_ready.push_back(std::move(cut));
}

void ZipTexts::takeFile(const QString &folder, const QString &name, ZipContents contents)
{
    m_conversationBytes += contents.bytes.size();
    if (m_conversationBytes > maxConversationBytes) {
        m_conversationBytes = 0;
        m_conversations.clear();
        m_ready.push_back({.origin = m_path,
            .problem = QStringLiteral(
                "Its conversations are too large to be read from the archive. Unpack it and import the folder.")});
        m_atEnd = true;
        return;
    }
    const auto below = folder.isEmpty() ? name : name.sliced(folder.size() + 1);
    const auto session
        = folder.isEmpty() ? QStringLiteral("conversation") : folder.sliced(folder.lastIndexOf(u'/') + 1);
    RawFile file{.path = session + u'/' + below, .bytes = std::move(contents.bytes)};
    if (!contents.damage.isEmpty())
        file.problem = QStringLiteral("It is damaged in the archive: %1.").arg(contents.damage);
    file.bytes.reserve(file.bytes.size() + spareBytes);
    m_conversations[folder].push_back(std::move(file));
}

void ZipTexts::finish()
{
    m_atEnd = true;
    for (auto &[folder, files] : std::exchange(m_conversations, {})) {
        LooseText text{.origin = folder.isEmpty() ? m_path : m_path + u'/' + folder};
        text.fileName = files.front().path.section(u'/', 0, 0);
        text.conversation = std::move(files);
        m_ready.push_back(std::move(text));
    }
}

} // namespace

Result<std::unique_ptr<LooseTexts>> textsOfZip(const QString &path, const Progress &progress)
{
    auto look = lookThrough(path, progress);
    if (!look)
        return std::unexpected(std::move(look.error()));
    auto archive = ZipArchive::open(path);
    if (!archive)
        return std::unexpected(std::move(archive.error()));
    return std::make_unique<ZipTexts>(path, std::move(*look), std::move(*archive));
}

} // namespace Decayscope
