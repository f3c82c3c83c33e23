package io.odoosync.testkit;

/**
 * Something that holds on some releases of Odoo and not on others, with the boundary at which it
 * changes. A boundary lies between two measured releases: 14.0, 16.0, 17.0, 18.0, 19.0 and
 * saas~19.4 ("20"). Nobody has measured 15: a boundary between 14 and 16 counts it with 16. A fact
 * whose Javadoc says "measured on 14 and 18" has its boundary there by the model's fields or by the
 * nearest release, and moves when somebody measures it.
 *
 * <p>Measurements are in {@code FACTS14.md}, {@code FACTS16-18.md}, {@code FACTS20.md}, {@code
 * FACTS.md} and the recordings that the test RecordingReplay replays; names in brackets are
 * recordings.
 */
public enum Fact {
  // Transport

  /** {@code POST /json/2} [json2_19_*, json2_16_endpoint_absent]. */
  JSON_2(since(19)),
  /** {@code GET /web/version} answers [version_*_web_version]. */
  WEB_VERSION(since(19)),
  /** What begins with {@code /json} and is no API leads to the login [version_18_json_2]. */
  JSON_PATHS_LEAD_TO_LOGIN(only(18, 18)),
  /** A wrong content type is answered 415, before that 400 [wrong_content_type]. */
  WRONG_TYPE_IS_415(since(19)),
  /** The page for a wrong content type says which route there is [wrong_content_type]. */
  WRONG_TYPE_NAMES_ROUTE(since(16)),
  /** The URL of a GET is looked at before its type [jsonrpc_14_get]. */
  GET_REFUSED_BY_TYPE(until(14)),
  /** Unknown paths answer a JSON body with an error in JSON [FACTS14 29]. */
  UNKNOWN_PATHS_ANSWER_JSON(until(14)),
  /**
   * Werkzeug's own pages for bodies that are no JSON or no object [non_json_body, json_array_body].
   */
  BAD_BODIES_GET_A_PAGE(until(14)),
  /** The error object of JSON-RPC has code 0, before that 200 [user_error]. */
  ERROR_CODE_IS_ZERO(since(19)),
  /** The type of a JSON answer names its charset [version]. */
  JSON_HAS_CHARSET(since(16)),
  /** A service that nobody knows is a KeyError [unknown_service]. Measured on 14 and 18. */
  UNKNOWN_SERVICE_IS_KEY_ERROR(since(16)),
  /** PostgreSQL's message about a missing database names the connection [execute_wrong_db]. */
  DATABASE_ERROR_NAMES_HOST(since(16)),
  /** "type object 'x' has no attribute 'y'" [unknown_method]. */
  METHOD_MISSING_AS_PYTHON_SAYS(until(16)),
  /**
   * "The method 'x.y' does not exist"; an 18 of October 2024 still said it as 17 [name_get,
   * unknown_method].
   */
  METHOD_MISSING_NAMES_BOTH(since(18)),
  /** Refusals of private methods name the model [private_method]. */
  PRIVATE_METHOD_NAMES_MODEL(since(19)),
  /** The language of the context must be installed [partner_context_lang_not_installed]. */
  CONTEXT_LANGUAGE_CHECKED(since(18)),

  // Methods

  /** {@code has_access} [has_access]. {@code check_access} came with it. */
  HAS_ACCESS(since(18)),
  /** {@code check_access_rights} [check_access_rights]. */
  CHECK_ACCESS_RIGHTS(until(19)),
  /** {@code name_get} [name_get]. */
  NAME_GET(until(17)),
  /** {@code toggle_active} [toggle_active]. */
  TOGGLE_ACTIVE(until(19)),
  /** {@code web_save} [web_save_create]; {@code web_read} and the specifications came with it. */
  WEB_SAVE(since(17)),
  /** {@code web_save_multi} [web_save_multi]. */
  WEB_SAVE_MULTI(since(19)),
  /** {@code search_read} hands what it doesn't know to {@code read} [bad_kwargs]. */
  SEARCH_READ_HANDS_ON(since(16)),
  /** That method is {@code _read_format} [bad_kwargs]. */
  SEARCH_READ_FORMATS(since(17)),
  /** {@code search_count} takes a limit; its domain is no longer {@code args} [FACTS14 20]. */
  SEARCH_COUNT_LIMIT(since(16)),
  /** {@code name_search} calls its condition {@code domain}, before that {@code args}. */
  NAME_SEARCH_DOMAIN(since(19)),
  /** {@code has_group} is asked of a user, before that of the model [has_group]. */
  HAS_GROUP_OF_USER(since(18)),
  /** {@code context_get} answers the user's id [context_get]. */
  CONTEXT_NAMES_USER(since(16)),

  // Domains and times

  /** Domains are objects that speak of conditions, not leaves [domain_unknown_field]. */
  DOMAINS_ARE_OBJECTS(since(19)),
  /** The operator {@code any} [FACTS14 21]. Measured on 14 and 18. */
  ANY_OPERATOR(since(17)),
  /**
   * Domains compare times by whole seconds, before that with microseconds [write_date_domain_*].
   */
  TIMES_COMPARE_BY_SECONDS(since(19)),
  /** Odoo reads a domain's times itself and refuses a zone [write_date_domain_ge_iso]. */
  TIMES_REFUSE_ZONES(since(19)),

  // Values

  /**
   * A write of an unknown field is a KeyError, before it looks for the record
   * [write_unknown_field].
   */
  UNKNOWN_FIELD_WRITTEN_IS_KEY_ERROR(since(19)),
  /**
   * Unknown fields are told without the words "model" [create_unknown_field, read_unknown_field].
   */
  UNKNOWN_FIELD_IN_SHORT(since(19)),
  /** A language that is not installed is stored [partner_lang_not_installed]. */
  ANY_LANGUAGE_STORED(since(18)),
  /** A text for a many2one reaches PostgreSQL [write_wrong_type_many2one]. */
  TEXT_REACHES_MANY2ONE(until(14)),
  /** Whatever is a missing record's id is refused by a foreign key [write_m2o_missing]. */
  MISSING_TARGET_IS_FOREIGN_KEY(until(18)),
  /**
   * A violated foreign key has a line for the model and one for the constraint [write_m2o_missing].
   */
  FOREIGN_KEY_TOLD_ON_LINES(only(16, 18)),
  /** The date of an invoice reaches PostgreSQL unread [bad_date]. */
  DATES_REACH_POSTGRES(until(14)),
  /**
   * Constraints are told in words, before that by their names
   * [create_missing_required_validation_error].
   */
  CONSTRAINTS_IN_WORDS(since(16)),
  /** A missing required value is told as in a list of reasons [FACTS]. */
  REQUIRED_TOLD_IN_SENTENCE(since(19)),
  /** Rich text is HTML, before that plain [FACTS14 16]. */
  RICH_TEXT(since(16)),

  // load

  /** {@code load} has quotes around what a constraint says [load_batch_one_bad_constraint]. */
  LOAD_QUOTES_CONSTRAINTS(until(18)),
  /**
   * {@code load} says what is refused without "Unknown error during import"
   * [partner_vat_load_wrong].
   */
  LOAD_SAYS_REFUSALS_PLAINLY(since(17)),
  /** Messages about cells have the field's label [load_bool_bad_word]. */
  LOAD_NAMES_LABELS(since(16)),
  /** An unknown word for a boolean is an error, before that a warning [load_bool_bad_word]. */
  LOAD_REFUSES_BOOLEAN_WORDS(since(16)),
  /** Words of a selection are compared without case. Measured on 14 and 18. */
  LOAD_FOLDS_SELECTIONS(since(16)),
  /** An unknown column is a KeyError [load_unknown_field]. */
  LOAD_UNKNOWN_COLUMN_IS_KEY_ERROR(until(17)),
  /** A database id that is no number breaks the transaction [load_batch_bad_conversion]. */
  LOAD_BREAKS_ON_BAD_IDS(until(14)),
  /** A database id in a reference may be an archived record's [load_reference_to_archived]. */
  LOAD_REFERS_TO_ARCHIVED(since(17)),
  /** A name with several matches is told with its value. Measured on 14 and 18. */
  LOAD_TELLS_AMBIGUOUS_VALUE(since(16)),
  /** The action for possible values shows a list, before that a tree [load_batch_bad_m2o_name]. */
  LOAD_ACTION_SHOWS_LIST(since(18)),
  /**
   * An external id of another model is refused, before that overwritten [load_xid_of_other_model].
   */
  LOAD_REFUSES_OTHER_MODELS(since(16)),
  /** {@code mode: update} says what a row without an id lacks. Measured on 14 and 18. */
  LOAD_UPDATE_NEEDS_ID(since(16)),
  /** An import by file refuses the prefix of an installed module [FACTS14 34]. */
  LOAD_REFUSES_MODULE_PREFIX(since(16)),
  /** A second try of the rows sees what the first has done to their values [FACTS14]. */
  LOAD_TRIES_SPOILT_ROWS(until(14)),
  /** External ids of invoice lines are kept [load_invoice_lines_with_xids_reload_read]. */
  LINE_EXTERNAL_IDS(since(16)),

  // Contacts

  /**
   * A contact's address and VAT go up to its parent [partner_child_write_street_read, _vat_read].
   */
  CONTACTS_WRITE_PARENT(since(19)),
  /** Only what a write changes is handed on in the tree of partners. */
  TREE_SEES_CHANGES_ONLY(since(19)),
  /** A child takes over the filled commercial fields only. */
  TREE_TAKES_FILLED_FIELDS(since(19)),
  /** What a child created by {@code create} brings is taken for a company that has nothing yet. */
  FIRST_CONTACT_FILLS_COMPANY(until(18)),
  /** All commercial fields go down the tree, not only the written ones. Measured on 14 and 18. */
  TREE_HANDS_ON_ALL(until(14)),
  /** The library that knows phone numbers was installed on the measured server. */
  PHONES_NORMALIZED(since(19)),
  /** Of several e-mail addresses the first is the normalised one. Measured on 14 and 18. */
  FIRST_EMAIL_NORMALIZED(since(16)),
  /** A refusal to archive says who uses the partner. Measured on 14 and 18. */
  ARCHIVE_REFUSAL_NAMES_USERS(since(16)),
  /** A partner that an invoice needs is kept by Odoo, before that by a foreign key [FACTS14 33]. */
  USED_PARTNER_REFUSED_IN_WORDS(since(16)),
  /** The words when records of several companies meet. Measured on 14 and 18. */
  COMPANIES_MEET_WITH_UH_OH(since(17)),

  /** Contacts and leads have a mobile number besides their phone [partner_create_mobile]. */
  MOBILE_NUMBERS(until(18)),
  /** Every employee may look external ids up [ir_model_data_search_read_sync]. */
  EXTERNAL_IDS_READABLE(until(14)),

  // Leads

  /** A lead belongs to a company only with a team or a salesperson. Measured on 14 and 18. */
  LEAD_COMPANY_DERIVED(since(16)),
  /** Leads get a team as opportunities do. Measured on 14 and 18. */
  LEADS_GET_TEAMS(since(16)),
  /** A new salesperson brings the team. Measured on 18 and 19. */
  TEAM_FOLLOWS_SALESPERSON(since(19)),
  /** Only another salesperson dates the assignment anew. Measured on 14 and 18. */
  ASSIGNED_BY_CHANGE(since(16)),
  /** A lead's customer must be of its company. Measured on 14 and 18. */
  LEAD_COMPANY_CHECKED(since(16)),
  /** Archiving a lead sets its probability to 0 [crm_action_archive_read]. */
  ARCHIVE_EMPTIES_PROBABILITY(until(18)),
  /** {@code action_set_lost} sets the probability itself [crm_action_set_lost_read]. */
  LOSING_EMPTIES_PROBABILITY(since(19)),
  /** A lost lead has a closing date [crm_action_set_lost_read]. */
  LOSING_DATES(since(16)),
  /** A won stage opens an archived lead [crm_write_won_stage_archived_read]. */
  WON_STAGE_OPENS(since(19)),
  /** A lead in a won stage can't be lost or uncertain [FACTS]. */
  WON_STAGE_IS_CERTAIN(since(19)),
  /** A lead created in a won stage is closed, and one that was closed keeps its date. */
  WINNING_DATES_ONCE(since(16)),
  /** Only a move to another stage counts as one. Measured on 14 and 18. */
  STAGE_MOVES_BY_CHANGE(since(16)),
  /** A probability of 0 does not open a lead again. Measured on 14 and 18. */
  ZERO_KEEPS_CLOSED(since(16)),
  /** A customer's data come together or not at all. Measured on 14 and 18. */
  CUSTOMER_TAKEN_TOGETHER(until(14)),
  /** A lead takes its customer's language. Measured on 18 and 19. */
  LEAD_TAKES_LANGUAGE(since(19)),
  /**
   * A lead that loses its customer loses the customer's names [crm_convert_opportunity_false_read].
   */
  CUSTOMERS_NAMES_LEAVE(since(19)),
  /**
   * An empty phone or e-mail of a lead empties its customer's [crm_load_empty_phone_partner_read].
   */
  EMPTY_NUMBERS_REACH_CUSTOMER(until(17)),
  /**
   * {@code convert_opportunity} wants a record, not its id [crm_convert_opportunity_partner_id].
   */
  CONVERT_WANTS_RECORD(since(16)),
  /** Merging shows as Python shows a record set, before that as ids [FACTS14]. */
  MERGE_ANSWERS_REPR(until(14)),
  /** Merging refuses, orders, and words it as since 15 or 16. Measured on 14 and 18. */
  MERGE_REWORKED(since(16)),
  /** A merge takes all tags and the highest priority. Measured on 14 and 18. */
  MERGE_JOINS_TAGS(since(16)),
  /** The merge dialogue sees archived leads. Measured on 14 and 18. */
  MERGE_SEES_ARCHIVED(since(16)),

  // Invoices

  /** The numbers of invoices begin anew each month [FACTS14 17]. */
  MONTHLY_NUMBERS(until(14)),
  /**
   * A draft has no name; before, the first of a period has its number, others "/"
   * [invoice_create_full_read].
   */
  DRAFTS_NAMELESS(since(18)),
  /** A nameless draft is shown with its id. */
  DRAFTS_SHOWN_WITH_ID(until(17)),
  /** {@code action_post} answers how Python shows the record [invoice_action_post]. */
  POSTING_ANSWERS_REPR(until(14)),
  /** Posting again is refused [invoice_action_post_again]. */
  POSTING_AGAIN_REFUSED(since(16)),
  /** What was cancelled can be posted. By the sources of 16 and 17. */
  CANCELLED_CAN_BE_POSTED(until(16)),
  /** That refusal says "already posted" [invoice_action_post_again]. */
  POSTING_AGAIN_SAYS_POSTED(until(16)),
  /** "Even magicians can't post nothing!" [invoice_post_no_lines]. */
  MAGICIANS(since(19)),
  /** "an invisible man" [invoice_post_no_partner]. */
  INVISIBLE_MAN(since(19)),
  /** A currency that is not active can't be posted. Measured on 14 and 18. */
  POSTING_NEEDS_ACTIVE_CURRENCY(since(16)),
  /** Posting dates the partner's last write. */
  POSTING_TOUCHES_PARTNER(since(19)),
  /** A draft can't be reset, a cancelled one not be cancelled. By the sources of 16, 17 and 18. */
  RESETTING_CHECKS_STATE(since(17)),
  /**
   * Partner, date and currency of a posted invoice can be written [invoice_write_posted_partner].
   */
  POSTED_HEADER_OPEN(until(17)),
  /** So can its lines, and totals follow [invoice_write_posted_read]. */
  POSTED_LINES_OPEN(only(16, 17)),
  /** Refused lines of a posted invoice are told by their taxes [invoice_write_posted_lines]. */
  POSTED_LINES_TOLD_BY_TAXES(until(14)),
  /** "You cannot delete an item linked to a posted entry." [invoice_unlink_posted]. */
  POSTED_ITEM_REFUSED_PLAINLY(until(16)),
  /** What was posted once can't be deleted [invoice_unlink_posted]. */
  POSTED_ONCE_STAYS(until(14)),
  /** A number that is taken is told by a rule in Python, later by an index. */
  TAKEN_NUMBER_TOLD_BY_RULE(until(16)),
  /** Lines know their kind: product, payment term, remark [fields_get_account_move_line]. */
  LINES_HAVE_KIND(since(16)),
  /** A line is counted at once when it is written by itself. */
  LINES_WRITABLE_ALONE(since(16)),
  /** A line takes price and taxes from its product. */
  PRODUCTS_GIVE_PRICE(since(16)),
  /** A line that names no tax gets the company's default [invoice_create_no_taxes_sent]. */
  DEFAULT_TAX_ADDED(only(16, 16)),
  /** Amounts are computed before the line's price is rounded [FACTS14]. */
  AMOUNTS_BEFORE_ROUNDING(until(14)),
  /** The price of a line keeps all its decimals [totals_price_4_decimals_lines]. */
  PRICES_UNROUNDED(since(19)),
  /**
   * Per line, the net of a price with taxes is rounded before its taxes
   * [totals_3x33_33_included_read].
   */
  NET_ROUNDED_FIRST(until(17)),
  /** A wrong account is told when the line is made, later when it is posted. */
  ACCOUNT_CHECKED_IN_DRAFT(until(14)),
  /** A remark with a price breaks a constraint. */
  REMARK_PRICE_REFUSED(until(14)),
  /** An invoice of a sale needs a journal of sales. Measured on 14 and 18. */
  JOURNAL_MUST_FIT(since(16)),
  /** The accounting date of a draft follows the invoice's. Measured on 14 and 18. */
  DATE_FOLLOWS_INVOICE_DATE(since(16)),
  /** The company that is sent is the invoice's. Measured on 14 and 18. */
  COMPANY_AS_SENT(since(16)),
  /**
   * A draft without a customer has no salesperson; the due date is today. Measured on 14 and 18.
   */
  DRAFTS_COMPLETED_LATE(since(16)),
  /** A closed period refuses drafts, later it moves the date. Measured on 14 and 18. */
  LOCKS_REFUSE_DRAFTS(until(14)),
  /** A credit note that is posted pays its invoice. */
  CREDIT_NOTES_SETTLE(since(16)),
  /** The wizard for credit notes calls it {@code refund_moves} [credit_note_wizard_*]. */
  REFUND_MOVES(since(17)),
  /** Cancelling an invoice frees its payments. By the sources of 16 and 17. */
  CANCELLING_UNPAYS(since(17)),
  /** Resetting an invoice, or a payment, to draft frees what paid it [payment_draft_read]. */
  RESETTING_UNPAYS(until(18)),
  /**
   * Payments have states of their own, before that those of their entries [payment_search_read].
   */
  PAYMENTS_HAVE_STATES(since(18)),
  /** Entries of payments are named {@code PBNK1} [payment_search_read]. */
  PAYMENTS_NUMBERED_APART(since(16)),
  /** A cancelled payment leaves its invoice paid. By the sources of 16 and 17. */
  PAYMENT_CANCEL_LEAVES_INVOICE(until(16)),
  /** A payment dates the partner's last write [payment_partner_write_date_*]. */
  PAYMENTS_TOUCH_PARTNER(since(19)),

  // Attachments

  /** An attachment to a record that does not exist is refused [attachment_access_error_plain]. */
  ATTACHMENTS_NEED_RECORD(since(19)),
  /** An empty file has no checksum. Measured on 14 and 18. */
  EMPTY_FILES_UNSUMMED(since(16)),
  /** Text that is no base64 is refused, before that taken as empty. Measured on 14 and 18. */
  BASE64_CHECKED(since(16)),

  // 20

  /**
   * {@code /web/webclient/version_info} has {@code protocol_version} [web_webclient_version_info].
   */
  WEB_CLIENT_NAMES_PROTOCOL(until(19)),
  /** Error objects say when [user_error]. */
  ERRORS_HAVE_TIME(since(20)),
  /** Bodies above 128 MiB are refused [FACTS20 1]. */
  LARGE_BODIES_REFUSED(since(20)),
  /** A result with bytes in it closes the connection [FACTS20 1]. */
  BYTES_CLOSE_CONNECTION(since(20)),
  /** Users make and revoke API keys over RPC, if that is switched on [FACTS20 9]. */
  PROGRAMMATIC_KEYS(since(20)),
  /** What leaves {@code load} is an AssertionError, whatever it was [load_unknown_field]. */
  LOAD_HIDES_ERRORS(since(20)),
  /** Refusals name all groups that may, from the least to the most [access_error_create]. */
  REFUSALS_NAME_ALL_GROUPS(since(20)),
  /** {@code is_company} follows from VAT number and parent [partner_company_*]. */
  COMPANY_DERIVED(since(20)),
  /** A refused VAT number is told without the country in front of it [partner_vat_wrong]. */
  VAT_REFUSED_WITHOUT_PREFIX(since(19)),
  /** JSON-RPC answers null for nothing, before that no result at all [action_archive]. */
  NOTHING_IS_NULL(since(20)),
  /**
   * VAT numbers are checked [partner_vat_*]; on other releases here they are taken as they come.
   */
  VATS_CHECKED(since(20)),
  /**
   * A contact that is created with its own address is of type other
   * [partner_child_create_own_address_read].
   */
  OWN_ADDRESS_MAKES_OTHER(since(20)),
  /**
   * Merging partners over JSON-RPC is done and answers an error
   * [partner_merge_wizard_action_merge].
   */
  MERGING_CLOSES_CURSOR(since(20)),
  /** Merging leads answers a notification, before that a form [lead_merge_action_merge]. */
  LEAD_MERGE_NOTIFIES(since(20)),
  /** {@code button_draft} answers true, before that nothing [invoice_button_draft]. */
  RESETTING_ANSWERS_TRUE(since(20)),
  /**
   * Posted invoices refuse columns by their labels, and only changed ones [invoice_write_posted_*].
   */
  POSTED_REFUSALS_NAME_LABELS(since(20)),
  /** A payment that settles an invoice is {@code reconciled} at once [payment_search_read]. */
  PAYMENTS_RECONCILED(since(20)),
  /**
   * {@code create} takes an attachment's {@code datas} and ignores it
   * [attachment_create_datas_read].
   */
  DATAS_IGNORED(since(20)),
  /** Text with anything that is no base64 is refused [attachment_create_raw_not_base64]. */
  BASE64_STRICT(since(20));

  private record Span(int first, int last) {}

  private final Span span;

  Fact(Span span) {
    this.span = span;
  }

  private static Span since(int major) {
    return new Span(major, Integer.MAX_VALUE);
  }

  private static Span until(int major) {
    return new Span(0, major);
  }

  private static Span only(int first, int last) {
    return new Span(first, last);
  }

  /**
   * Whether this holds on a release.
   *
   * @param major the release's first number, such as 19; of {@code saas~19.4} the one that follows,
   *     20
   */
  public boolean holdsOn(int major) {
    return span.first() <= major && major <= span.last();
  }
}
