// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publishedfile.h"

#include "tablebuilder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <cmath>

// Outside of any namespace, as the macro declares a function.
static void loadPublishedResource()
{
    Q_INIT_RESOURCE(decayscope_published);
}

namespace Decayscope {

namespace {

constexpr QLatin1StringView formatName{"decayscope published values"};
constexpr int newestVersion = 1;
constexpr qint64 largestFile = qint64{4} * 1024 * 1024;
constexpr qsizetype mostRows = 5000;
constexpr qsizetype longestText = 400;
constexpr int mostDecimals = 6;

/// Reads one document; the first fault is kept and the rest passed over.
class PublishedReader
{
public:
    PublishedReader(QString file, QStringList tables)
        : m_file(std::move(file))
        , m_tables(std::move(tables))
    { }

    [[nodiscard]] Result<PublishedBook> read(const QByteArray &document)
    {
        if (document.size() > largestFile)
            return refused(QStringLiteral("It has more than 4 MiB."));
        QJsonParseError fault;
        const auto root = QJsonDocument::fromJson(document, &fault);
        if (fault.error != QJsonParseError::NoError)
            return refused(QStringLiteral("It is no JSON at byte %1: %2.").arg(fault.offset).arg(fault.errorString()));
        readRoot(root.object());
        if (!m_fault.isEmpty())
            return refused(m_fault);
        return std::move(m_book);
    }

private:
    [[nodiscard]] std::unexpected<Error> refused(const QString &why) const
    {
        return failure(
            ErrorKind::InvalidInput, QStringLiteral("Cannot read published values from \"%1\". %2").arg(m_file, why));
    }

    void fault(const QString &where, const QString &what)
    {
        if (m_fault.isEmpty())
            m_fault = where + u": " + what;
    }

    [[nodiscard]] QString text(const QJsonValue &value, const QString &where)
    {
        auto text = value.toString();
        if (!value.isString() || text.isEmpty() || text.size() > longestText) {
            fault(where, QStringLiteral("here belongs a text of 1 to %1 characters.").arg(longestText));
            return {};
        }
        return text;
    }

    void readRoot(const QJsonObject &root)
    {
        if (root[u"format"].toString() != formatName)
            return fault(QStringLiteral("\"format\""), QStringLiteral("it should be \"%1\".").arg(formatName));
        if (root[u"version"].toInt() != newestVersion)
            return fault(
                QStringLiteral("\"version\""), QStringLiteral("this Decayscope knows version %1.").arg(newestVersion));
        m_book.source = text(root[u"source"], QStringLiteral("\"source\""));
        const auto tables = root[u"tables"].toArray();
        if (tables.isEmpty())
            fault(QStringLiteral("\"tables\""), QStringLiteral("here belongs a list with at least one table."));
        for (qsizetype i = 0; i < tables.size() && m_fault.isEmpty(); ++i)
            readTable(tables[i].toObject(), QStringLiteral("\"tables\"[%1]").arg(i));
    }

    void readTable(const QJsonObject &table, const QString &where)
    {
        PublishedRow head{.table = text(table[u"table"], where + u".\"table\"")};
        if (m_fault.isEmpty() && !m_tables.contains(head.table))
            fault(where + u".\"table\"",
                QStringLiteral("there is no table \"%1\". The tables are %2.").arg(head.table, m_tables.join(u", ")));
        head.label = table.contains(u"label") ? text(table[u"label"], where + u".\"label\"") : head.table;
        head.decimals = table[u"decimals"].toInt(table.contains(u"decimals") ? -1 : 1);
        if (head.decimals < 0 || head.decimals > mostDecimals)
            fault(where + u".\"decimals\"", QStringLiteral("here belongs a number from 0 to %1.").arg(mostDecimals));
        const auto score = table[u"score"].toString(QStringLiteral("strict"));
        if (score != u"strict" && score != u"raw")
            fault(where + u".\"score\"", QStringLiteral("it should be \"strict\" or \"raw\"."));
        head.mode = score == u"raw" ? ScoreMode::Raw : ScoreMode::Strict;
        const auto rows = table[u"rows"].toArray();
        for (qsizetype i = 0; i < rows.size() && m_fault.isEmpty(); ++i)
            readRow(head, rows[i].toObject(), where % u".\"rows\"[" % QString::number(i) % u']');
    }

    void readRow(const PublishedRow &head, const QJsonObject &object, const QString &where)
    {
        auto row = head;
        for (auto member = object.begin(); member != object.end(); ++member)
            readMember(row, member.key(), member.value(), where + u".\"" + member.key().left(longestText) + u'"');
        if (row.names.empty())
            fault(where, QStringLiteral("a row needs a text that names it, such as \"model\"."));
        if (std::ssize(m_book.rows) >= mostRows)
            fault(where, QStringLiteral("there are more than %1 rows.").arg(mostRows));
        m_book.rows.push_back(std::move(row));
    }

    /// Texts and the level name a row, other numbers are its values, null is what was not printed.
    void readMember(PublishedRow &row, const QString &key, const QJsonValue &value, const QString &where)
    {
        if (key.size() > longestText)
            return fault(where, QStringLiteral("the name is too long."));
        if (value.isString()) {
            row.names[key] = text(value, where);
        } else if (value.isDouble() && key == u"level") {
            row.names[key] = QString::number(value.toInt());
        } else if (value.isDouble() && std::abs(value.toDouble()) < 1e15) {
            row.values[key] = value.toDouble();
        } else if (!value.isNull()) {
            fault(where, QStringLiteral("here belongs a number, a text or null."));
        }
    }

    QString m_file;
    QStringList m_tables;
    QString m_fault;
    PublishedBook m_book;
};

QStringList comparableTables()
{
    QStringList names;
    for (const auto &info : tableCatalogue()) {
        if (info.name != u"differences")
            names << info.name;
    }
    return names;
}

Result<PublishedBook> bookInFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return failure(ErrorKind::NotFound,
            QStringLiteral(
                "There are no published values \"%1\": neither a file nor one of %2, nor a file NAME.json in "
                "\"%3\".")
                .arg(path, publishedNames().join(u", "), publishedFolder()));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, QStringLiteral("Cannot open \"%1\".").arg(path), file.errorString());
    return readPublished(file.read(largestFile + 1), path, comparableTables());
}

} // namespace

QString PublishedRow::name(const QString &column) const
{
    const auto found = names.find(column);
    return found == names.end() ? QString() : found->second;
}

std::optional<double> PublishedRow::value(const QString &column) const
{
    const auto found = values.find(column);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

Result<PublishedBook> readPublished(const QByteArray &document, const QString &file, const QStringList &tables)
{
    return PublishedReader(file, tables).read(document);
}

QStringList publishedNames()
{
    return {QStringLiteral("study"), QStringLiteral("global-stats")};
}

QString publishedFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/decayscope/published";
}

Result<PublishedBook> publishedBook(const QString &nameOrPath)
{
    loadPublishedResource();
    const auto isOfProgram = publishedNames().contains(nameOrPath);
    if (isOfProgram)
        return bookInFile(QStringLiteral(":/decayscope/published/%1.json").arg(nameOrPath));
    const QString own = publishedFolder() % u'/' % nameOrPath % u".json";
    const bool isName = !nameOrPath.contains(u'/');
    return bookInFile(isName && QFileInfo(own).isFile() ? own : nameOrPath);
}

} // namespace Decayscope
