package dev.trellis.checks.imports;

import module java.base;

/** A model of how a tool writes the people it knows: columns, encoding, quotes, dates, numbers. */
enum Tool {
  HUBSPOT(Acquaintance.People.ANY, Form.MARKED_UTF_8) {
    @Override
    void columns(Columns to) {
      to.add("Record ID", p -> p.number());
      to.add("First Name", p -> p.given());
      to.add("Last Name", p -> p.family());
      to.add("Email", p -> p.email());
      to.add("Phone Number", p -> p.spacedMobile());
      to.add("Company Name", p -> p.company());
      to.add("Job Title", p -> p.title());
      to.add("Unsubscribed from all email", p -> p.isOut() ? "true" : "false");
      to.met("Create Date", "uuuu-MM-dd HH:mm");
      to.changed("Last Modified Date", "uuuu-MM-dd HH:mm");
      to.add("Message", p -> p.note());
    }
  },
  SALESFORCE(Acquaintance.People.WESTERN, Form.WESTERN) {
    @Override
    void columns(Columns to) {
      to.add("First Name", p -> p.given());
      to.add("Last Name", p -> p.family());
      to.add("Title", p -> p.title());
      to.add("Company / Account", p -> p.company());
      to.add("Email", p -> p.email());
      to.add("Mobile", p -> p.mobile());
      to.add("Email Opt Out", p -> p.isOut() ? "1" : "0");
      to.met("Created Date", "M/d/uuuu");
      to.changed("Last Modified Date", "M/d/uuuu");
      to.add("Lead Owner", _ -> "Sam Smith");
    }
  },
  SALESFORCE_GERMAN(Acquaintance.People.WESTERN, Form.SEMICOLONS) {
    @Override
    void columns(Columns to) {
      to.add("FirstName", p -> p.given());
      to.add("LastName", p -> p.family());
      to.add("Company", p -> p.company());
      to.add("Title", p -> p.title());
      to.add("Email", p -> p.email());
      to.add("MobilePhone", p -> p.spacedMobile());
      to.add("HasOptedOutOfEmail", p -> p.isOut() ? "TRUE" : "FALSE");
      to.met("CreatedDate", "dd/MM/uuuu HH:mm");
      to.changed("LastModifiedDate", "dd/MM/uuuu HH:mm");
    }
  },
  DYNAMICS(Acquaintance.People.ANY, Form.WORKBOOK) {
    @Override
    void columns(Columns to) {
      to.add("(Do Not Modify) Lead", p -> "6f8e-" + p.number());
      to.met("Created On", DAYS);
      to.changed("(Do Not Modify) Modified On", DAYS);
      to.add("Full Name", p -> p.name());
      to.add("Job Title", p -> p.title());
      to.add("Company Name", p -> p.company());
      to.add("Email Address 1", p -> p.email());
      to.add("Mobile Phone", p -> p.mobile());
      to.add("Do not allow Emails", p -> p.isOut() ? "Do Not Allow" : "Allow");
      to.add("Status Reason", _ -> "New");
    }
  },
  XIAOSHOUYI(Acquaintance.People.CHINESE, Form.WORKBOOK) {
    @Override
    void columns(Columns to) {
      to.add("姓名", p -> p.name());
      to.add("公司名称", p -> p.company());
      to.add("职务", p -> p.title());
      to.add("手机", p -> p.number8600());
      to.add("电子邮件", p -> p.email());
      to.add("所有人", _ -> "销售甲");
      to.met("创建日期", DAYS);
      to.changed("最近修改日期", DAYS);
      to.add("备注", p -> p.note());
    }
  },
  FXIAOKE(Acquaintance.People.CHINESE, Form.CHINESE) {
    @Override
    void columns(Columns to) {
      to.add("姓名", p -> p.name());
      to.add("公司", p -> p.company());
      to.add("职务", p -> p.title());
      to.add("手机", p -> p.mobile().replaceFirst("^\\+86", ""));
      to.add("邮件", p -> p.email());
      to.add("来源", _ -> "展会");
      to.add("是否退订", p -> p.isOut() ? "是" : "否");
      to.met("创建时间", "uuuu-MM-dd HH:mm");
      to.changed("最后修改时间", "uuuu-MM-dd HH:mm");
    }
  },
  JINSHUJU(Acquaintance.People.CHINESE, Form.MARKED_UTF_8) {
    @Override
    void columns(Columns to) {
      to.add("序号", p -> p.number());
      to.add("您的姓名（必填）", p -> p.name());
      to.add("手机", p -> p.mobile().replaceFirst("^\\+86", ""));
      to.add("邮箱", p -> p.email());
      to.add("公司", p -> p.company());
      to.add("职位", p -> p.title());
      to.add("是否同意接收邮件", p -> p.isOut() ? "不同意" : "同意");
      to.changed("提交时间", "uuuu-MM-dd HH:mm:ss");
      to.add("填写设备", _ -> "iPhone");
    }
  },
  WJX(Acquaintance.People.CHINESE, Form.PAGE) {
    @Override
    void columns(Columns to) {
      to.add("序号", p -> p.number());
      to.changed("提交答卷时间", "uuuu/M/d H:mm:ss");
      to.add("所用时间", _ -> "63秒");
      to.add("来源", _ -> "微信");
      to.add("1、您的姓名：", p -> p.name());
      to.add("2、您的手机号码：", p -> p.mobile().replaceFirst("^\\+86", ""));
      to.add("3、您的邮箱：", p -> p.email());
      to.add("4、您的公司名称：", p -> p.company());
      to.add("5、您的职位：", p -> p.title());
    }
  },
  OUTLOOK(Acquaintance.People.WESTERN, Form.WESTERN) {
    @Override
    void columns(Columns to) {
      to.add("Title", p -> Integer.parseInt(p.number()) % 2 == 0 ? "Dr." : "");
      to.add("First Name", p -> p.given());
      to.add("Middle Name", _ -> "");
      to.add("Last Name", p -> p.family());
      to.add("Company", p -> p.company());
      to.add("Job Title", p -> p.title());
      to.add(
          "E-mail Address", p -> "\"" + p.family() + ", " + p.given() + "\" <" + p.email() + ">");
      to.add("Mobile Phone", p -> p.spacedMobile());
      to.add("Notes", p -> p.note());
      to.add("Categories", _ -> "");
    }
  },
  OUTLOOK_CHINESE(Acquaintance.People.CHINESE, Form.CHINESE) {
    @Override
    void columns(Columns to) {
      to.add("姓", p -> p.family());
      to.add("名", p -> p.given());
      to.add("单位", p -> p.company());
      to.add("职务", p -> p.title());
      to.add("电子邮件地址", p -> "mailto:" + p.email());
      to.add("移动电话", p -> p.mobile().replaceFirst("^\\+86", "") + "（微信同号）");
    }
  },
  GOOGLE(Acquaintance.People.ANY, Form.UTF_8) {
    @Override
    void columns(Columns to) {
      to.add("First Name", p -> p.given());
      to.add("Middle Name", _ -> "");
      to.add("Last Name", p -> p.family());
      to.add("Organization Name", p -> p.company());
      to.add("Organization Title", p -> p.title());
      to.add("Labels", _ -> "* myContacts");
      to.add("E-mail 1 - Label", _ -> "* Work");
      to.add("E-mail 1 - Value", p -> p.email());
      to.add("Phone 1 - Label", _ -> "Mobile");
      to.add("Phone 1 - Value", p -> p.spacedMobile());
    }
  },
  EXCEL_TAIWAN(Acquaintance.People.TAIWANESE, Form.TAIWANESE) {
    @Override
    void columns(Columns to) {
      to.add("Name", p -> p.name());
      to.add("E-mail", p -> p.email());
      to.add("Company", p -> p.company());
      to.add("Job title", p -> p.title());
      to.add("Mobile", p -> p.mobile());
    }
  },
  EXCEL_JAPAN(Acquaintance.People.JAPANESE, Form.JAPANESE) {
    @Override
    void columns(Columns to) {
      to.add("Name", p -> p.name());
      to.add("E-mail", p -> p.email());
      to.add("Company", p -> p.company());
      to.add("Job title", p -> p.title());
      to.add("Mobile", p -> p.mobile());
      to.changed("Updated", "uuuu/MM/dd");
    }
  },
  EXCEL_UNICODE(Acquaintance.People.ANY, Form.WIDE_TABS) {
    @Override
    void columns(Columns to) {
      to.add("Name", p -> p.name());
      to.add("E-mail", p -> p.email());
      to.add("Company", p -> p.company());
      to.add("Job title", p -> p.title());
      to.add("Consent", p -> p.isOut() ? "No" : "Yes");
      to.add("Mobile", p -> p.mobile());
    }
  };

  /** A date that the workbook holds as a day and a time, and not as a text. */
  private static final String DAYS = "days";

  private final Acquaintance.People people;
  private final Form form;

  Tool(Acquaintance.People people, Form form) {
    this.people = people;
    this.form = form;
  }

  abstract void columns(Columns to);

  /** A kind of file. */
  enum Form {
    UTF_8(StandardCharsets.UTF_8),
    MARKED_UTF_8(StandardCharsets.UTF_8),
    WESTERN(Charset.forName("windows-1252")),
    SEMICOLONS(Charset.forName("windows-1252")),
    CHINESE(Charset.forName("GB18030")),
    TAIWANESE(Charset.forName("x-windows-950")),
    JAPANESE(Charset.forName("windows-31j")),
    WIDE_TABS(StandardCharsets.UTF_16LE),
    PAGE(StandardCharsets.UTF_8),
    WORKBOOK(StandardCharsets.UTF_8);

    final Charset charset;

    Form(Charset charset) {
      this.charset = charset;
    }
  }

  /**
   * Somebody a tool knows.
   *
   * @param mobile in E.164
   * @param isOut true if they want no mail
   */
  record Acquaintance(
      String number,
      String given,
      String family,
      boolean isEastern,
      String email,
      String mobile,
      String company,
      String title,
      String note,
      boolean isOut,
      LocalDateTime met,
      LocalDateTime changed) {

    enum People {
      WESTERN,
      CHINESE,
      TAIWANESE,
      JAPANESE,
      ANY
    }

    String name() {
      return isEastern ? family + given : given + " " + family;
    }

    String spacedMobile() {
      return mobile
          .replaceFirst("^(\\+86)(\\d{3})(\\d{4})(\\d{4})$", "$1 $2 $3 $4")
          .replaceFirst("^(\\+1)(\\d{3})(\\d{3})(\\d{4})$", "$1 ($2) $3-$4");
    }

    /** As a spreadsheet shows a long number. */
    String number8600() {
      return new BigDecimal(mobile.replaceFirst("^\\+86", ""))
          .round(new MathContext(15))
          .toEngineeringString();
    }

    static Acquaintance of(Random random, int i, People people) {
      var kind = people == People.ANY ? People.values()[random.nextInt(2)] : people;
      var names = NAMES.get(kind);
      var met =
          LocalDateTime.of(2012, 1, 1, 0, 0).plusMinutes(random.nextLong(14L * 365 * 24 * 60));
      boolean isWestern = kind == People.WESTERN;
      return new Acquaintance(
          Integer.toString(i),
          pick(random, names.given()),
          pick(random, names.family()),
          !isWestern,
          "person%d.%d@example.%s"
              .formatted(i, random.nextInt(100), pick(random, List.of("cn", "com", "co.uk"))),
          isWestern ? "+1415555%04d".formatted(i) : "+86138%08d".formatted(i * 7919),
          pick(random, names.company()),
          pick(random, names.title()),
          pick(random, names.note()),
          random.nextInt(4) == 0,
          met,
          met.isBefore(LocalDateTime.of(2018, 1, 1, 0, 0))
              ? LocalDateTime.of(2018, 1, 1, 0, 0).plusMinutes(random.nextLong(3_000_000))
              : met.plusMinutes(random.nextLong(100_000)));
    }

    private static String pick(Random random, List<String> some) {
      return some.get(random.nextInt(some.size()));
    }

    private record Names(
        List<String> given,
        List<String> family,
        List<String> company,
        List<String> title,
        List<String> note) {}

    private static final Map<People, Names> NAMES =
        Map.of(
            People.WESTERN,
            new Names(
                List.of("Jürgen", "José", "Anna-Lena", "Zoë", "Björn", "Mary", "Noël", "Ann"),
                List.of(
                    "Müller", "García", "O’Brien", "Köhler", "Smith", "Bäcker", "Groß", "d'Arc"),
                List.of(
                    "Köhler Größen GmbH",
                    "Smith, Sons & Co",
                    "\"Best\" Ltd",
                    "Café Süd",
                    "A; B Inc",
                    "Tab\u00a0Ltd"),
                List.of(
                    "CEO",
                    "Head of Marketing, EMEA",
                    "Geschäftsführer",
                    "VP – Sales",
                    "R&D <Lead>"),
                List.of(
                    "", "- wants a quote", "=SUM(A1)", "two\nlines, \"quoted\"", "+1", "@home")),
            People.CHINESE,
            new Names(
                List.of("伟", "芳", "娜娜", "秀英", "敏", "婷", "鑫", "子涵"),
                List.of("王", "李", "张", "刘", "欧阳", "陈", "吕", "邓"),
                List.of("上海示例科技有限公司", "北京晨光，精密制造", "“远山”集团（中国）", "杭州A;B公司", "深圳蓝海\"云\""),
                List.of("市场总监", "经理", "总经理/董事长", "工程师", "采购，主管"),
                List.of("", "-要报价", "第一行\n第二行", "＝1", "备注：急！")),
            People.TAIWANESE,
            new Names(
                List.of("偉", "麗芳", "淑娟", "志豪", "婷"),
                List.of("張", "劉", "陳", "趙", "歐陽"),
                List.of("臺北示例股份有限公司", "遠東電機", "新竹晶圓科技"),
                List.of("經理", "總監", "業務代表"),
                List.of("")),
            People.JAPANESE,
            new Names(
                List.of("さくら", "たろう", "花子", "健", "ゆき"),
                List.of("田中", "鈴木", "佐藤", "高橋"),
                List.of("株式会社サンプル", "東京システムズ", "ソフトウェア工業"),
                List.of("営業部長", "マネージャー", "エンジニア"),
                List.of("")));
  }

  /** What a tool writes, column by column. */
  static final class Columns {

    private final List<String> headers = new ArrayList<>();
    private final List<Function<Acquaintance, String>> cells = new ArrayList<>();
    private final Set<Integer> days = new HashSet<>();
    boolean tellsMet;
    Optional<Duration> changedWithin = Optional.empty();

    void add(String header, Function<Acquaintance, String> cell) {
      headers.add(header);
      cells.add(cell);
    }

    void met(String header, String format) {
      tellsMet = true;
      date(header, format, Acquaintance::met);
    }

    void changed(String header, String format) {
      changedWithin =
          Optional.of(
              format.contains("ss") || format.equals(DAYS)
                  ? Duration.ofSeconds(1)
                  : format.contains("mm") ? Duration.ofMinutes(1) : Duration.ofDays(1));
      date(header, format, Acquaintance::changed);
    }

    private void date(String header, String format, Function<Acquaintance, LocalDateTime> at) {
      if (format.equals(DAYS)) {
        days.add(headers.size());
        add(
            header,
            p ->
                BigDecimal.valueOf(
                        Duration.between(LocalDateTime.of(1899, 12, 30, 0, 0), at.apply(p))
                            .toSeconds())
                    .divide(BigDecimal.valueOf(86_400), 11, RoundingMode.HALF_UP)
                    .toPlainString());
      } else {
        var written = DateTimeFormatter.ofPattern(format, Locale.ROOT);
        add(header, p -> written.format(at.apply(p)));
      }
    }
  }

  Columns columns() {
    var columns = new Columns();
    columns(columns);
    return columns;
  }

  List<Acquaintance> people(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Acquaintance.of(random, 1000 + i, people))
        .toList();
  }

  /** True if the file says of everybody whether they want mail. */
  boolean asksForConsent() {
    return this == JINSHUJU || this == EXCEL_UNICODE;
  }

  /** True if the file says of those who want none. */
  boolean knowsWhoIsOut() {
    return columns().headers.stream()
        .anyMatch(h -> h.matches("(?i).*(unsub|opt|not allow|退订|同意|consent).*"));
  }

  Path write(Path file, Random random, List<Acquaintance> people) throws IOException {
    var columns = columns();
    var rows = new ArrayList<List<String>>();
    rows.add(columns.headers);
    people.forEach(p -> rows.add(columns.cells.stream().map(cell -> cell.apply(p)).toList()));
    return switch (form) {
      case WORKBOOK -> workbook(file, rows, columns.days);
      case PAGE -> Files.writeString(file, page(rows));
      case MARKED_UTF_8 -> Files.writeString(file, "\uFEFF" + text(rows, ",", true, random));
      case WIDE_TABS ->
          Files.writeString(file, "\uFEFF" + text(rows, "\t", false, random), form.charset);
      case SEMICOLONS ->
          Files.writeString(file, "sep=;\r\n" + text(rows, ";", false, random), form.charset);
      default -> Files.writeString(file, text(rows, ",", false, random), form.charset);
    };
  }

  // Some leave out blank cells at the end.
  private static String text(
      List<List<String>> rows, String separator, boolean quotesAll, Random random) {
    boolean cuts = random.nextBoolean();
    return rows.stream()
        .map(row -> {
          int end = row.size();
          while (cuts && end > 1 && row.get(end - 1).isEmpty()) {
            end--;
          }
          return row.subList(0, end).stream()
              .map(cell -> quoted(cell, separator, quotesAll))
              .collect(Collectors.joining(separator));
        })
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String quoted(String cell, String separator, boolean always) {
    return always || cell.contains(separator) || cell.contains("\"") || cell.contains("\n")
        ? "\"" + cell.replace("\"", "\"\"") + "\""
        : cell;
  }

  private static String page(List<List<String>> rows) {
    return rows.stream()
        .map(row ->
            row.stream()
                .map(cell -> "<td>" + escaped(cell).replace("\n", "<br/>") + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n")))
        .collect(
            Collectors.joining(
                "",
                "<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">",
                "</table></body></html>"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Path workbook(Path file, List<List<String>> rows, Set<Integer> days)
      throws IOException {
    var strings = new LinkedHashMap<String, Integer>();
    var sheet = new StringBuilder("<worksheet><sheetData>");
    for (int i = 0; i < rows.size(); i++) {
      sheet.append("<row r=\"").append(i + 1).append("\">");
      for (int j = 0; j < rows.get(i).size(); j++) {
        var cell = rows.get(i).get(j);
        if (i > 0 && days.contains(j)) {
          sheet.append("<c s=\"1\"><v>").append(cell).append("</v></c>");
        } else if (i > 0 && cell.matches("[0-9][0-9.E+]*")) {
          sheet.append("<c><v>").append(cell).append("</v></c>");
        } else {
          int number = strings.computeIfAbsent(cell, _ -> strings.size());
          sheet.append("<c t=\"s\"><v>").append(number).append("</v></c>");
        }
      }
      sheet.append("</row>");
    }
    sheet.append("</sheetData></worksheet>");
    var texts =
        strings.keySet().stream()
            .map(text -> "<si><t>" + escaped(text) + "</t></si>")
            .collect(Collectors.joining("", "<sst>", "</sst>"));
    var type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    var parts =
        Map.of(
            "[Content_Types].xml", "<Types/>",
            "_rels/.rels",
                "<R><Relationship Type=\"" + type + "\" Target=\"/xl/workbook.xml\"/></R>",
            "xl/workbook.xml", "<w><sheets><sheet name=\"Sheet1\" id=\"r1\"/></sheets></w>",
            "xl/_rels/workbook.xml.rels",
                "<R><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Target=\"styles.xml\"/></R>",
            "xl/styles.xml", "<s><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></s>",
            "xl/sharedStrings.xml", texts,
            "xl/worksheets/sheet1.xml", sheet.toString());
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
