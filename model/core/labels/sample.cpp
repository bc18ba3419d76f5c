// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sample.h"

#include "labeljson.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <array>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 268'435'456;
constexpr double mostRuns = 1e9;

constexpr std::array columnNames{"model"_L1, "scaffold"_L1, "runtime"_L1, "framework"_L1, "level"_L1, "constraints"_L1,
    "category"_L1, "subcategory"_L1};
constexpr std::array allocationNames{"equal"_L1, "proportional"_L1, "neyman"_L1};
constexpr std::array purposeNames{"main"_L1, "pilot"_L1, "relabel"_L1};

/// The place of a name among those of an enumeration; the fields remember where there is none.
template <typename Enum, std::size_t count>
Enum named(
    const std::array<QLatin1StringView, count> &names, const QString &name, JsonFields &fields, QLatin1StringView key)
{
    const auto *found = std::ranges::find(names, name);
    if (found == names.end())
        fields.refuse(key, u"is not one of the known names");
    return found == names.end() ? Enum() : static_cast<Enum>(found - names.begin());
}

template <typename Rows, typename ToJson>
QJsonArray listJson(const Rows &rows, ToJson toJson)
{
    QJsonArray list;
    for (const auto &row : rows)
        list.append(toJson(row));
    return list;
}

QJsonObject designJson(const SampleDesign &design)
{
    return {{u"allocation"_s, allocationName(design.allocation)},
        {u"annotators"_s, QJsonArray::fromStringList(design.annotators)}, {u"blind"_s, design.blind},
        {u"byFamily"_s, design.byFamily}, {u"category"_s, design.category}, {u"categoryBy"_s, design.categoryBy},
        {u"maskWords"_s, QJsonArray::fromStringList(design.maskWords)},
        {u"minimumPerStratum"_s, design.minimumPerStratum}, {u"overlap"_s, design.overlap},
        {u"purpose"_s, QString(purposeNames.at(static_cast<std::size_t>(design.purpose)))},
        {u"repeatGap"_s, design.repeatGap}, {u"repeatHours"_s, design.repeatHours}, {u"repeats"_s, design.repeats},
        {u"round"_s, design.round}, {u"seed"_s, QString::number(design.seed)}, {u"size"_s, design.size},
        {u"strata"_s, listJson(design.strata, stratumColumnName)}, {u"title"_s, design.title}};
}

std::vector<StratumColumn> columnsFrom(JsonFields &fields)
{
    std::vector<StratumColumn> columns;
    for (const auto &name : fields.texts("strata"_L1))
        columns.push_back(named<StratumColumn>(columnNames, name, fields, "strata"_L1));
    return columns;
}

quint64 seedFrom(JsonFields &fields)
{
    bool isNumber = false;
    const auto seed = fields.text("seed"_L1).toULongLong(&isNumber);
    if (!isNumber)
        fields.refuse("seed"_L1, u"is no whole number");
    return seed;
}

SampleDesign designFrom(JsonFields fields)
{
    return {.title = fields.text("title"_L1),
        .purpose = named<SamplePurpose>(purposeNames, fields.text("purpose"_L1), fields, "purpose"_L1),
        .round = fields.number("round"_L1, 0),
        .strata = columnsFrom(fields),
        .allocation = named<Allocation>(allocationNames, fields.text("allocation"_L1), fields, "allocation"_L1),
        .size = fields.number("size"_L1, 0),
        .minimumPerStratum = fields.number("minimumPerStratum"_L1, 0),
        .category = fields.text("category"_L1),
        .categoryBy = fields.text("categoryBy"_L1),
        .seed = seedFrom(fields),
        .annotators = fields.texts("annotators"_L1),
        .overlap = fields.real("overlap"_L1, 0, 1),
        .repeats = fields.real("repeats"_L1, 0, 1),
        .repeatGap = fields.number("repeatGap"_L1, 0),
        .repeatHours = fields.real("repeatHours"_L1, 0, mostRuns),
        .byFamily = fields.flag("byFamily"_L1),
        .blind = fields.flag("blind"_L1),
        .maskWords = fields.texts("maskWords"_L1)};
}

QJsonObject stratumJson(const SampleStratum &stratum)
{
    return {{u"drawn"_s, stratum.drawn}, {u"name"_s, stratum.name}, {u"population"_s, stratum.population}};
}

SampleStratum stratumFrom(JsonFields fields)
{
    return {.name = fields.text("name"_L1),
        .population = fields.number("population"_L1, 0),
        .drawn = fields.number("drawn"_L1, 0)};
}

QJsonObject itemJson(const SampleItem &item)
{
    return {{u"family"_s, item.family}, {u"stratum"_s, item.stratum}, {u"target"_s, targetJson(item.target)},
        {u"weight"_s, item.weight}};
}

SampleItem itemFrom(JsonFields fields)
{
    return {.target = targetFrom(fields.object("target"_L1)),
        .stratum = fields.number("stratum"_L1, 0),
        .weight = fields.real("weight"_L1, 0, mostRuns),
        .family = fields.text("family"_L1)};
}

QJsonObject queueJson(const AnnotatorQueue &queue)
{
    QJsonArray order;
    for (const auto &entry : queue.order)
        order.append(QJsonObject{{u"item"_s, entry.item}, {u"occurrence"_s, entry.occurrence}});
    return {{u"annotator"_s, queue.annotator}, {u"order"_s, order}};
}

AnnotatorQueue queueFrom(JsonFields fields, int items)
{
    AnnotatorQueue queue{.annotator = fields.someText("annotator"_L1), .order = {}};
    for (auto &entry : fields.objects("order"_L1))
        queue.order.push_back({.item = entry.number("item"_L1, 0, std::max(0, items - 1)),
            .occurrence = entry.number("occurrence"_L1, 0, 1000)});
    if (items == 0 && !queue.order.empty())
        fields.refuse("order"_L1, u"speaks of items that are not there");
    return queue;
}

/// Everything that the hash covers.
QJsonObject contentJson(const Sample &sample)
{
    return {{u"codebook"_s, sample.codebook}, {u"codebookVersion"_s, sample.codebookVersion},
        {u"design"_s, designJson(sample.design)}, {u"items"_s, listJson(sample.items, itemJson)},
        {u"maskRules"_s, QJsonArray::fromStringList(sample.maskRules)}, {u"population"_s, hashText(sample.population)},
        {u"queues"_s, listJson(sample.queues, queueJson)}, {u"strata"_s, listJson(sample.strata, stratumJson)}};
}

QByteArray contentHash(const Sample &sample)
{
    return QCryptographicHash::hash(
        QJsonDocument(contentJson(sample)).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

QString idOf(const QByteArray &hash)
{
    return QUuid::fromRfc4122(QByteArrayView(hash).first(16)).toString(QUuid::WithoutBraces);
}

void readLists(JsonFields &fields, Sample &sample)
{
    for (const auto &stratum : fields.objects("strata"_L1))
        sample.strata.push_back(stratumFrom(stratum));
    for (const auto &item : fields.objects("items"_L1))
        sample.items.push_back(itemFrom(item));
    for (const auto &queue : fields.objects("queues"_L1))
        sample.queues.push_back(queueFrom(queue, static_cast<int>(sample.items.size())));
    const auto isOutside = [&](const SampleItem &item) { return item.stratum >= std::ssize(sample.strata); };
    if (!sample.strata.empty() && std::ranges::any_of(sample.items, isOutside))
        fields.refuse("items"_L1, u"speak of strata that are not there");
}

/// A hand-out names no identities and so cannot have the hash of its content.
Result<Sample> checked(Sample sample)
{
    const bool isWhole = sample.isHandout || (sample.hash == contentHash(sample) && sample.id == idOf(sample.hash));
    if (isWhole && !sample.id.isEmpty())
        return sample;
    return failure(ErrorKind::InvalidInput,
        u"The sample \"" % sample.design.title
            % u"\" is not what was frozen: its hash differs. Ask for the file again from where it came.");
}

} // namespace

QString stratumColumnName(StratumColumn column)
{
    return columnNames.at(static_cast<std::size_t>(column));
}

QString allocationName(Allocation allocation)
{
    return allocationNames.at(static_cast<std::size_t>(allocation));
}

const AnnotatorQueue *Sample::queueOf(QStringView annotator) const
{
    const auto found = std::ranges::find(queues, annotator, &AnnotatorQueue::annotator);
    return found == queues.end() ? nullptr : &*found;
}

QByteArray sampleJson(const Sample &sample)
{
    auto object = contentJson(sample);
    object.insert(u"created"_s, sample.created);
    object.insert(u"createdBy"_s, sample.createdBy);
    object.insert(u"hash"_s, hashText(sample.hash));
    object.insert(u"id"_s, sample.id);
    object.insert(u"isHandout"_s, sample.isHandout);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Sample> sampleFromJson(const QByteArray &json)
{
    auto fields = JsonFields::parsed(json, u"the sample"_s, mostBytes);
    if (!fields)
        return std::unexpected(std::move(fields.error()));
    Sample sample{.id = fields->someText("id"_L1),
        .created = fields->text("created"_L1),
        .createdBy = fields->text("createdBy"_L1),
        .design = designFrom(fields->object("design"_L1)),
        .codebook = fields->text("codebook"_L1),
        .codebookVersion = fields->number("codebookVersion"_L1, 1, std::numeric_limits<int>::max(), 1),
        .population = fields->hash("population"_L1),
        .strata = {},
        .items = {},
        .queues = {},
        .maskRules = fields->texts("maskRules"_L1),
        .isHandout = fields->flag("isHandout"_L1),
        .hash = fields->hash("hash"_L1)};
    readLists(*fields, sample);
    if (!fields->isSound())
        return fields->error();
    return checked(std::move(sample));
}

Sample sealed(Sample sample)
{
    sample.hash = contentHash(sample);
    sample.id = idOf(sample.hash);
    return sample;
}

} // namespace Decayscope
